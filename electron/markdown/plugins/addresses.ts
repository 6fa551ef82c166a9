/**
 * The web address that starts at `start` of a text, or null when what stands there has no valid domain. `www` addresses
 * need a dot after the first; those with a scheme do not, so that `http://localhost:3000` is one.
 */
export function webAddressAt(
  text: string,
  start: number,
  end: number,
  kind: 'www' | 'scheme',
): string | null {
  const domainStart = kind === 'www' ? start : text.indexOf('://', start) + 3;
  const domain = domainAt(text.slice(domainStart, Math.min(end, domainStart + longestDomain + 1)));
  if (domain === null || (kind === 'www' && !/^www\.[^.]/.test(domain))) return null;
  let stop = domainStart + domain.length;
  while (stop < end && !/[\s<]/.test(text.charAt(stop))) stop++;
  return withoutTail(text.slice(start, bracketEnd(text, start, stop)));
}

/** E-mail addresses in a text, `mailto:` and `xmpp:` before them included, in order. */
export function emailsIn(text: string): { from: number; to: number; href: string }[] {
  const found: { from: number; to: number; href: string }[] = [];
  let after = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at < after) continue;
    const email = emailAround(text, at, after);
    if (!email) continue;
    found.push(email);
    after = email.to;
  }
  return found;
}

const longestDomain = 255;
const longestLocal = 128;

/** Segments of letters, digits, `-` and `_` between dots; no `_` in the last two, no segment is empty. */
function domainAt(text: string): string | null {
  const domain = /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*/u.exec(text)?.[0];
  if (domain === undefined || domain.length > longestDomain) return null;
  return domain.split('.').slice(-2).join().includes('_') ? null : domain;
}

/** Where the bracket closes that was open before the address began; `stop` when it holds its own brackets only. */
function bracketEnd(text: string, start: number, stop: number): number {
  let open = 0;
  for (let at = start; at < stop; at++) {
    const char = text.charAt(at);
    if (char === '[') open++;
    if (char === ']' && --open < 0) return at;
  }
  return stop;
}

/** Leaves out what ends the sentence and not the address: punctuation, a `)` that was not opened, `&entity;`. */
function withoutTail(address: string): string {
  let unopened = count(address, ')') - count(address, '(');
  let end = address.length;
  for (;;) {
    const last = address.charAt(end - 1);
    if (/[?!.,:*_~'"”’»]/.test(last)) end--;
    else if (last === ')' && unopened > 0) {
      unopened--;
      end--;
    } else if (last === ';') {
      const entity = address.lastIndexOf('&', end);
      if (entity === -1 || !/^&[a-z0-9]+;$/i.test(address.slice(entity, end))) break;
      end = entity;
    } else break;
  }
  return address.slice(0, end);
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

function emailAround(text: string, at: number, after: number) {
  const before = text.slice(Math.max(after, at - longestLocal - 1), at);
  const local = /[a-z0-9.+_-]+$/i.exec(before)?.[0];
  if (local === undefined || local.length > longestLocal) return null;
  const domain = emailDomain(text.slice(at + 1, at + 2 + longestDomain));
  if (domain === null) return null;
  const from = at - local.length;
  const to = at + 1 + domain.length;
  const scheme = /(?<![a-z0-9])(mailto|xmpp):$/i.exec(text.slice(Math.max(after, from - 8), from));
  if (scheme) {
    const resource = /xmpp/i.test(scheme[0]) ? xmppResource(text.slice(to, to + 256)) : '';
    const start = from - scheme[0].length;
    return { from: start, to: to + resource.length, href: text.slice(start, to + resource.length) };
  }
  // After a slash it is part of a path.
  return text.charAt(from - 1) === '/'
    ? null
    : { from, to, href: `mailto:${text.slice(from, to)}` };
}

/** At least one dot; the last character is neither `-` nor `_`; dots at the end are the sentence's. */
function emailDomain(text: string): string | null {
  const domain = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/i.exec(text)?.[0];
  if (domain === undefined || domain.length > longestDomain) return null;
  return /[-_]$/.test(domain) ? null : domain;
}

function xmppResource(text: string): string {
  return /^\/[a-z0-9@.]*[a-z0-9@]/i.exec(text)?.[0] ?? '';
}
