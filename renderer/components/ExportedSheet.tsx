import { useRef } from 'react';
import type { ExportReport } from '#contract/exchange.ts';
import { counted } from '#renderer/state/countWords.ts';
import { receiptText } from '#renderer/state/receiptText.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { copyText } from './copyText.ts';
import { ReportList } from './ReportList.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Where an export went, and what was left out and why. */
export function ExportedSheet({ report }: { readonly report: ExportReport }) {
  const { sheets, exchange, notices } = useStudio();
  const done = useRef<HTMLButtonElement>(null);
  const close = () => sheets.close('exported');
  const [first] = report.written;
  return (
    <Sheet
      title={exportedWords(report)}
      onClose={close}
      initialFocus={done}
      read
      actions={
        <>
          {first && (
            <button
              type="button"
              className="plain-button"
              title="What went out, and the hash of the history it came from"
              onClick={() => copyText(receiptText(report)) && notices.say('Receipt copied')}
            >
              Copy receipt
            </button>
          )}
          {first && (
            <button
              type="button"
              className="plain-button"
              onClick={() => exchange.reveal(first.path)}
            >
              Show in folder
            </button>
          )}
          <button ref={done} type="button" className="primary-button" onClick={close}>
            Done
          </button>
        </>
      }
    >
      {report.written.length === 1 && first && <p className="path">{first.path}</p>}
      {report.written.length > 1 && (
        <ul className="report">
          {report.written.map(({ id, path }) => (
            <li key={id} className="path">
              {path}
            </li>
          ))}
        </ul>
      )}
      <ReportList
        head="Left out"
        lines={report.skipped.map(({ title, reason }) => ({
          name: titleWords(title),
          reasons: [reason],
        }))}
      />
      <ReportList
        head="To know"
        lines={report.written
          .filter(({ notes }) => notes.length > 0)
          .map(({ title, notes }) => ({ name: titleWords(title), reasons: notes }))}
      />
    </Sheet>
  );
}

function exportedWords({ written, format }: ExportReport): string {
  const name = format === 'markdown' ? 'Markdown' : format === 'pdf' ? 'PDF' : 'HTML';
  if (written.length === 0) return 'Nothing was exported';
  return written.length === 1
    ? `Exported as ${name}`
    : `${counted(written.length, 'essay')} exported as ${name}`;
}
