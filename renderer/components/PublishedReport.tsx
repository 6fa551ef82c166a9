import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { PublishReport } from '#contract/publishing.ts';
import { counted } from '#renderer/state/countWords.ts';
import { ReportList } from './ReportList.tsx';
import { useStudio } from './StudioContext.tsx';

/** What the last publish did; nothing before there was one. */
export function PublishedReport() {
  const { publishing } = useStudio();
  const ended = useStore(publishing.store, (state) => state.ended);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that was pressed takes no focus once there is nothing left to publish.
    const { activeElement } = document;
    const isWaiting = activeElement?.matches('body, .publishing-head .primary-button');
    if (ended && isWaiting) place.current?.focus();
  }, [ended]);
  if (ended?.kind !== 'published') return null;
  const { report } = ended;
  return (
    <section
      ref={place}
      className="publishing-part published-report"
      aria-labelledby="published-head"
      tabIndex={-1}
    >
      <h2 id="published-head" className="publishing-part-head">
        {report.cancelled ? 'Stopped' : 'Published'}
      </h2>
      <p className="publishing-about" role="status">
        {didWords(report)}
      </p>
      <button type="button" className="plain-button" onClick={publishing.reveal}>
        Show in folder
      </button>
      <ReportList
        head="Left as it was"
        lines={
          report.cancelled
            ? []
            : report.left.map(({ path, reason }) => ({ name: path, reasons: [reason] }))
        }
      />
      <ReportList
        head="To know"
        lines={report.notes.map(({ path, note }) => ({ name: path, reasons: [note] }))}
      />
      <ReportList
        head="Written"
        lines={report.written.map((path) => ({ name: path, reasons: [] }))}
      />
      <ReportList
        head="Removed"
        lines={report.removed.map((path) => ({ name: path, reasons: [] }))}
      />
    </section>
  );
}

function didWords({
  written,
  removed,
  unchanged,
  cancelled,
}: Omit<PublishReport, 'receipts'>): string {
  const parts = [
    `${counted(written.length, 'file')} written`,
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(unchanged > 0 ? [`${unchanged} as they were`] : []),
  ];
  const end = cancelled ? ' Publishing again goes on from here.' : '';
  return `${parts.join(', ')}.${end}`;
}
