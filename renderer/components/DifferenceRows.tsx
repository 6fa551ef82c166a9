import { Fragment, useState } from 'react';
import type {
  Difference,
  DifferenceBlock,
  DifferencePart,
} from '#renderer/history/wordDifference.ts';
import { counted } from '#renderer/state/countWords.ts';

interface DifferenceRowsProps {
  readonly difference: Difference;
  readonly look: 'inline' | 'sides';
  readonly language: string;
}

/** Lines around a change that are shown with it. */
const around = 3;

/** A difference to read: what is gone struck out, what came underlined, and what is the same folded away. */
export function DifferenceRows({ difference, look, language }: DifferenceRowsProps) {
  const { blocks } = difference;
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  if (blocks.every(({ kind }) => kind === 'same')) {
    return <p className="difference-none">The two texts are the same.</p>;
  }
  const lang = language === '' ? {} : { lang: language };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
    <div className="difference-rows" data-look={look} tabIndex={0} {...lang}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the difference.
        <Fragment key={index}>
          {block.kind === 'changed' ? (
            <ChangedRow block={block} look={look} />
          ) : (
            <SameRows
              lines={block.lines}
              look={look}
              isFirst={index === 0}
              isLast={index === blocks.length - 1}
              isUnfolded={unfolded.has(index)}
              onUnfold={() => setUnfolded(new Set([...unfolded, index]))}
            />
          )}
        </Fragment>
      ))}
    </div>
  );
}

interface SameRowsProps {
  readonly lines: readonly string[];
  readonly look: 'inline' | 'sides';
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isUnfolded: boolean;
  readonly onUnfold: () => void;
}

function SameRows({ lines, look, isFirst, isLast, isUnfolded, onUnfold }: SameRowsProps) {
  const head = isFirst ? 0 : around;
  const tail = isLast ? 0 : around;
  const folded = lines.slice(head, lines.length - tail);
  const words = folded.filter((line) => line.trim() !== '').length;
  if (isUnfolded || folded.length <= 2 || words === 0) {
    return <SameLines lines={lines} look={look} />;
  }
  return (
    <>
      <SameLines lines={lines.slice(0, head)} look={look} />
      <button type="button" className="quiet-button difference-fold" onClick={onUnfold}>
        {counted(words, 'line')} the same
      </button>
      <SameLines lines={lines.slice(lines.length - tail)} look={look} />
    </>
  );
}

function SameLines({ lines, look }: Pick<SameRowsProps, 'lines' | 'look'>) {
  if (lines.length === 0) return null;
  const text = withLastLine(lines.join('\n'));
  return (
    <div className="difference-row">
      <div className="difference-cell" dir="auto">
        {text}
      </div>
      {look === 'sides' && (
        <div className="difference-cell" dir="auto">
          {text}
        </div>
      )}
    </div>
  );
}

/** A break at the very end of a box starts no line of its own; one more makes the empty line seen. */
function withLastLine(text: string): string {
  return text.endsWith('\n') ? `${text}\n` : text;
}

function ChangedRow({
  block,
  look,
}: {
  readonly block: Extract<DifferenceBlock, { kind: 'changed' }>;
  readonly look: 'inline' | 'sides';
}) {
  const { parts } = block;
  if (look === 'inline') {
    return (
      <div className="difference-row" data-changed="true">
        <div className="difference-cell" dir="auto">
          <Parts parts={parts} />
        </div>
      </div>
    );
  }
  return (
    <div className="difference-row" data-changed="true">
      <div className="difference-cell" dir="auto">
        <Parts parts={parts.filter(({ kind }) => kind !== 'came')} />
      </div>
      <div className="difference-cell" dir="auto">
        <Parts parts={parts.filter(({ kind }) => kind !== 'gone')} />
      </div>
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly DifferencePart[] }) {
  return parts.map(({ kind, text: own }, index) => {
    const text = index === parts.length - 1 ? withLastLine(own) : own;
    const key = `${index}${kind}`;
    if (kind === 'gone') return <del key={key}>{text}</del>;
    if (kind === 'came') return <ins key={key}>{text}</ins>;
    return <span key={key}>{text}</span>;
  });
}
