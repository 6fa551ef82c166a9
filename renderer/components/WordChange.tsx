import { grouped } from '#renderer/state/countWords.ts';

/** Words that came and went: `+412 −38 words`. */
export function WordChange({ came, gone }: { readonly came: number; readonly gone: number }) {
  if (came === 0 && gone === 0) return <span>No words changed</span>;
  const parts = [
    ...(came > 0 ? [`+${grouped(came)}`] : []),
    ...(gone > 0 ? [`−${grouped(gone)}`] : []),
  ];
  return (
    <span className="word-change">
      {parts.join(' ')} {came + gone === 1 ? 'word' : 'words'}
    </span>
  );
}
