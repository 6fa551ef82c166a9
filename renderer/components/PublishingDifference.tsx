import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Text } from '@codemirror/state';
import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { FileDifference, TwoTexts } from '#contract/publishing.ts';
import { wordDifference } from '#renderer/history/wordDifference.ts';
import { Choice } from './Choice.tsx';
import { DifferenceRows } from './DifferenceRows.tsx';
import { useStudio } from './StudioContext.tsx';
import { WordChange } from './WordChange.tsx';

type Side = keyof FileDifference;
type Look = 'inline' | 'sides';

const looks = [
  { look: 'inline', label: 'In one text' },
  { look: 'sides', label: 'Side by side' },
] as const;

/** What publishing changes in one file, word by word: in the essay's source, or in what readers get. */
export function PublishingDifference({ path }: { readonly path: string }) {
  const { publishing } = useStudio();
  const difference = useStore(publishing.store, (state) => state.difference);
  const [side, setSide] = useState<Side>('source');
  const [look, setLook] = useState<Look>('inline');
  const known = difference.kind === 'known' ? difference.value : null;
  const hasSource = known !== null && (known.source.before ?? known.source.after) !== null;
  const shown = known && (hasSource ? known[side] : known.file);
  const isPage = path.endsWith('.html');
  const sides = [
    { value: 'source' as const, label: 'The essay’s source' },
    { value: 'file' as const, label: isPage ? 'The page’s words' : 'The file' },
  ];
  return (
    <section className="difference publishing-difference" aria-label={`What changes in ${path}`}>
      <div className="difference-head">
        <button
          ref={focusOnce}
          type="button"
          className="quiet-button"
          title="Back to the files (Esc)"
          onClick={() => publishing.show(null)}
        >
          <ArrowLeft size={14} strokeWidth={1.5} aria-hidden="true" />
          <span className="unseen">Back to the files</span>
        </button>
        <span className="difference-ends path">{path}</span>
        {hasSource && <Choice label="Show" items={sides} value={side} onChange={setSide} />}
        <span className="difference-count" />
        <ToggleGroup className="layout-choice" aria-label="Show" value={[look]}>
          {looks.map(({ look: each, label }) => (
            <Toggle key={each} value={each} className="bar-button" onClick={() => setLook(each)}>
              {label}
            </Toggle>
          ))}
        </ToggleGroup>
      </div>
      {difference.kind === 'failed' && (
        <p className="difference-none" role="alert">
          {difference.failure.message} {difference.failure.advice}
        </p>
      )}
      {shown && <Rows texts={shown} look={look} />}
    </section>
  );
}

/** The row that led here is gone, and the focus with it. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

function Rows({ texts, look }: { readonly texts: TwoTexts; readonly look: Look }) {
  const { before, after } = texts;
  const difference = useMemo(() => wordDifference(textOf(before), textOf(after)), [before, after]);
  if (before === null && after === null) {
    return <p className="difference-none">This file is no text.</p>;
  }
  return (
    <>
      <p className="publishing-change" role="status">
        <WordChange came={difference.came} gone={difference.gone} />
      </p>
      <DifferenceRows difference={difference} look={look} language="" />
    </>
  );
}

function textOf(text: string | null): Text {
  return Text.of((text ?? '').split(/\r\n|\n|\r/));
}
