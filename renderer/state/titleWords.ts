/** A title as a list shows it; an essay without one is named so. */
export function titleWords(title: string): string {
  return title.trim() === '' ? 'Untitled' : title;
}
