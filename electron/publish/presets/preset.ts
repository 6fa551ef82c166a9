import type {
  ConstantValue,
  EssayFacts,
  FieldMapping,
  FrontMatterStyle,
  PublishedField,
  Target,
  TargetKind,
} from '#contract/publishing.ts';
import type { FrontMatterFormat } from '#markdown/frontMatter/fences.ts';
import type { Values } from '#markdown/frontMatter/parseValues.ts';
import type { Value } from '#markdown/frontMatter/values.ts';

/** How essays are written for a generator that reads Markdown with front matter. */
export interface Preset {
  readonly kind: TargetKind;
  /** Raised whenever the same essay would come out as other bytes. */
  readonly version: number;
  /** The usual one first. */
  readonly styles: readonly [FrontMatterStyle, ...FrontMatterStyle[]];
  /** Fields in the order they are written, with their usual keys. */
  readonly keys: FieldMapping;
  readonly constants: (target: Target) => Readonly<Record<string, ConstantValue>>;
  /** Where this kind wants something else than `usualValue`; undefined leaves the field out. */
  readonly values: Readonly<
    Partial<Record<PublishedField, (essay: EssayFacts, target: Target) => Value | undefined>>
  >;
  /** The file's path in the target's folder. `stem` is a safe name made of the slug. */
  readonly path: (stem: string, essay: EssayFacts) => string;
  /** The address of an essay for a link from another one; '' when none can be told. */
  readonly href: (to: { path: string; essay: EssayFacts }, target: Target) => string;
  /** What an imported file of this kind looks like; see `isAtHome`. */
  readonly home: Home;
  /** The body with what the generator would take for its own commands escaped. */
  readonly escape: (body: string) => string;
}

interface Home {
  readonly formats: readonly FrontMatterFormat[];
  /** Whether its keys and its name are this kind's; most generators take any further keys, so only what belongs to another kind tells. */
  readonly bears: (values: Values, fileName: string) => boolean;
}

/** The name of a path's file without folders and extension. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '');
}
