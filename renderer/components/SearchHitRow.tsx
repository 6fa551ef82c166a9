import type { SearchHit } from '#contract/essay.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { Marked } from './Marked.tsx';

interface SearchHitRowProps {
  readonly hit: SearchHit;
  readonly id: string;
  readonly top: number;
  readonly place: number;
  readonly count: number;
  readonly isCursor: boolean;
  readonly onClick: () => void;
}

/** A place that was found: the essay, and the sentence with the words marked. */
export function SearchHitRow(props: SearchHitRowProps) {
  const { hit, id, top, place, count, isCursor, onClick } = props;
  const inTitle = hit.found === 'title';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names this row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      className="essay-row hit-row"
      role="option"
      aria-selected={isCursor}
      aria-posinset={place}
      aria-setsize={count}
      data-cursor={isCursor}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      <div className="row-title" dir="auto">
        {inTitle ? <Marked text={hit.sentence} marks={hit.marks} /> : titleWords(hit.title)}
      </div>
      {!inTitle && (
        <div className="hit-sentence" dir="auto">
          <Marked text={hit.sentence} marks={hit.marks} />
        </div>
      )}
    </div>
  );
}
