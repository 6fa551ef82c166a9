import { type MouseEvent, memo } from 'react';
import type { EssayId, EssayRow as Row } from '#contract/essay.ts';
import { dateWords } from '#renderer/state/dateWords.ts';
import { statusWords } from '#renderer/state/statusWords.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { StatusDot } from './StatusDot.tsx';

/** In px; every row has it, so that ten thousand scroll as ten do. */
export const rowHeight = 76;

interface EssayRowProps {
  readonly row: Row;
  readonly id: string;
  readonly top: number;
  readonly place: number;
  readonly count: number;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly isOpen: boolean;
  readonly onClick: (id: EssayId, event: MouseEvent) => void;
}

/** An essay in the list: its title, how it begins, its status and when it was changed. */
export const EssayRow = memo(function EssayRow(props: EssayRowProps) {
  const { row, id, top, place, count, isSelected, isCursor, isOpen, onClick } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names this row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
    <div
      id={id}
      className="essay-row"
      role="option"
      aria-selected={isSelected}
      aria-current={isOpen ? 'true' : undefined}
      aria-posinset={place}
      aria-setsize={count}
      data-cursor={isCursor}
      data-essay={row.id}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(row.id, event)}
    >
      <div className="row-title" dir="auto">
        {titleWords(row.title)}
      </div>
      <div className="row-teaser" dir="auto">
        {row.teaser}
      </div>
      <div className="row-facts">
        <StatusDot status={row.status} />
        <span>{statusWords[row.status]}</span>
        <time className="row-date" dateTime={row.updatedAt}>
          {dateWords(row.trashedAt ?? row.updatedAt, new Date())}
        </time>
      </div>
    </div>
  );
});
