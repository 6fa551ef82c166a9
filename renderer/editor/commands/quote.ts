import { changeText, selectedLines } from './lines.ts';

/** Quotes the selected lines one level deeper; takes a level away when all are quoted. */
export const toggleQuote = changeText((state) => {
  const lines = selectedLines(state);
  const written = lines.filter((line) => /\S/.test(line.text));
  if (written.length > 0 && written.every((line) => quoteMark.test(line.text))) {
    return lines.map((line) => {
      const mark = quoteMark.exec(line.text)?.[0] ?? '';
      return { from: line.from, to: line.from + mark.length };
    });
  }
  const lone = lines.length === 1;
  return lines.map((line) => ({ from: line.from, insert: line.length > 0 || lone ? '> ' : '>' }));
});

const quoteMark = /^[ \t]{0,3}> ?/;
