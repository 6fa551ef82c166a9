import { StudioError } from '#contract/errors.ts';

/** The address of a link as parsed, so that what is checked is what is opened. Throws `invalid` for all but http, https and mailto. */
export function outsideAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && outside.has(url.protocol) && url.username === '' && url.password === '') {
    return url.href;
  }
  throw new StudioError(
    'invalid',
    'This link was not opened: only web and mail addresses are.',
    'Check the link in the text.',
  );
}

const outside = new Set(['http:', 'https:', 'mailto:']);
