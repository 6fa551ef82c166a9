/** Characters. Laying out a run of text takes more than twice as long for twice its length: a million takes many seconds. */
const longestRun = 200_000;

const boundary =
  /\n|<\/?(pre|p|li|dt|dd|td|th|caption|figcaption|summary|h[1-6]|div|blockquote|ul|ol|dl|table|tr|figure|details|section|article|header|footer|aside|hr)\b[^>]*>/g;

/** Whether HTML holds a run of text, from one block's edge to the next, that no browser lays out in time. A row of code is a run of its own. */
export function holdsLongRun(html: string): boolean {
  if (html.length <= longestRun) return false;
  let start = 0;
  let inCode = false;
  for (const { 0: found, 1: name, index } of html.matchAll(boundary)) {
    if (found === '\n' && !inCode) continue;
    if (index - start > longestRun) return true;
    start = index;
    if (name === 'pre') inCode = !found.startsWith('</');
  }
  return html.length - start > longestRun;
}
