/** An image as Markdown: what it shows, on one line and with nothing that would end it early, then its name. */
export function imageMarkdown({
  name,
  alt,
}: {
  readonly name: string;
  readonly alt: string;
}): string {
  const words = alt.replace(/\s+/g, ' ').trim();
  return `![${words.replace(/[\\[\]*_`<$&~]/g, '\\$&')}](images/${name})`;
}
