import type { RecoveryReport } from '#contract/recovery.ts';
import { momentWords } from '#renderer/state/dateWords.ts';
import { rescuedWords } from '#renderer/state/rescuedWords.ts';
import { titleWords } from '#renderer/state/titleWords.ts';

/** Shown of the essays at most; the rest is counted. */
const most = 200;

/** What came of a rescue: how many essays are as they were, each that is not, and what else is missing or was hurt. */
export function RescueReport({ report }: { readonly report: RecoveryReport }) {
  const toKnow = report.essays.filter(({ message }) => message !== '');
  return (
    <div className="rescue-report">
      <p>{rescuedWords(report)}</p>
      <p className="path">{report.into}</p>
      {report.missing.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {toKnow.length > 0 && (
        <ul className="report">
          {toKnow.slice(0, most).map(({ id, title, message, backupAt }, index) => (
            <li key={id ?? `unknown ${index}`}>
              <span dir="auto">{titleWords(title)}</span>
              <span className="reason">
                {message}
                {backupAt !== null && ` The backup is of ${momentWords(backupAt)}.`}
              </span>
            </li>
          ))}
          {toKnow.length > most && <li className="reason">and {toKnow.length - most} more</li>}
        </ul>
      )}
      {report.file.map((sentence) => (
        <p key={sentence} className="reason">
          {sentence}
        </p>
      ))}
    </div>
  );
}
