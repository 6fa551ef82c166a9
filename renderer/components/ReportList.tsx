interface ReportListProps {
  readonly head: string;
  readonly lines: readonly { readonly name: string; readonly reasons: readonly string[] }[];
}

/** Shown of each list at most; the rest is counted. */
const most = 200;

/** A part of a report: names, each with what is to be said of it. Nothing where there are none. */
export function ReportList({ head, lines }: ReportListProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className="report-head">{head}</h3>
      <ul className="report">
        {lines.slice(0, most).map(({ name, reasons }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and its names may repeat.
          <li key={index}>
            <span dir="auto">{name}</span>
            {reasons.map((reason) => (
              <span key={reason} className="reason">
                {reason}
              </span>
            ))}
          </li>
        ))}
        {lines.length > most && <li className="reason">and {lines.length - most} more</li>}
      </ul>
    </>
  );
}
