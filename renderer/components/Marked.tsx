interface MarkedProps {
  readonly text: string;
  /** Runs of the text to mark, as [from, to), in order. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A text with some of it marked. */
export function Marked({ text, marks }: MarkedProps) {
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return (
      <span key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
