import { useRef } from 'react';
import type { ImportReport } from '#contract/exchange.ts';
import { counted } from '#renderer/state/countWords.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { ReportList } from './ReportList.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** What an import brought in, what it left out and why, and what should be known of it. */
export function ImportedSheet({ report }: { readonly report: ImportReport }) {
  const { sheets } = useStudio();
  const done = useRef<HTMLButtonElement>(null);
  const close = () => sheets.close('imported');
  const noted = report.imported.filter(({ notes }) => notes.length > 0);
  const plain = report.imported.filter(({ notes }) => notes.length === 0);
  return (
    <Sheet
      title={importedWords(report)}
      lead={report.cancelled ? 'The import was stopped; what had come in stays.' : undefined}
      onClose={close}
      initialFocus={done}
      read
      actions={
        <button ref={done} type="button" className="primary-button" onClick={close}>
          Done
        </button>
      }
    >
      <ReportList
        head="Not imported"
        lines={report.skipped.map(({ file, reason }) => ({ name: file, reasons: [reason] }))}
      />
      <ReportList
        head="To know"
        lines={noted.map(({ file, notes }) => ({ name: file, reasons: notes }))}
      />
      <ReportList
        head="Imported"
        lines={plain.map(({ title }) => ({ name: titleWords(title), reasons: [] }))}
      />
    </Sheet>
  );
}

function importedWords({ imported }: ImportReport): string {
  return imported.length === 0
    ? 'Nothing was imported'
    : `${counted(imported.length, 'essay')} imported`;
}
