/** Rows as lines: columns parted by tabs, or lined up for a reader at a terminal. The last column is not padded. */
export function rowsAsText(rows: readonly (readonly string[])[], linedUp: boolean): string {
  if (!linedUp) return rows.map((cells) => `${cells.join('\t')}\n`).join('');
  const widths = rows[0]?.map((_, column) =>
    rows.reduce((widest, cells) => Math.max(widest, cells[column]?.length ?? 0), 0),
  );
  return rows
    .map((cells) => {
      const padded = cells.map((cell, column) =>
        column < cells.length - 1 ? cell.padEnd((widths?.[column] ?? 0) + 2) : cell,
      );
      return `${padded.join('')}\n`;
    })
    .join('');
}
