import type { RecoveryReport } from '#contract/recovery.ts';
import { momentWords } from '#renderer/state/dateWords.ts';
import { rescuedWords } from '#renderer/state/rescuedWords.ts';
import { titleWords } from '#renderer/state/titleWords.ts';

/** What came of a rescue: how many essays are as they were, and each that is not. */
export function RescueReport({ report }: { readonly report: RecoveryReport }) {
  const toKnow = report.essays.filter(({ message }) => message !== '');
  return (
    <>
      <p>{rescuedWords(report)}</p>
      <p className="path">{report.into}</p>
      {toKnow.length > 0 && (
        <ul className="report">
          {toKnow.map(({ id, title, message, backupAt }, index) => (
            <li key={id ?? `unknown ${index}`}>
              <span dir="auto">{titleWords(title)}</span>
              <span className="reason">
                {message}
                {backupAt !== null && ` The backup is of ${momentWords(backupAt)}.`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
