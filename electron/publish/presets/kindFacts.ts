import { type KindFacts, type TargetKind, targetKinds } from '#contract/publishing.ts';
import { type MarkdownKind, presets } from './presets.ts';

/** What each kind of target takes. */
export function kindFacts(): KindFacts[] {
  return targetKinds.map((kind) => {
    if (!isMarkdown(kind)) return { kind, styles: [], keys: {} };
    const { styles, keys } = presets[kind];
    return { kind, styles, keys };
  });
}

function isMarkdown(kind: TargetKind): kind is MarkdownKind {
  return kind in presets;
}
