/**
 * Puts a text on the clipboard. True when it worked. Goes by the copy event, because the studio grants no page
 * the permission that the clipboard's newer interface asks for.
 */
export function copyText(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return copied;
}
