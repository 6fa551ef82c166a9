/** Names parted by spaces, as a list. */
export function words(text: string): string[] {
  return text.split(' ');
}
