import type { Found, Rule } from './review.ts';
import { scan, startOf } from './scan.ts';

/** Keys and tokens, by the patterns their makers give them, and assignments of what looks random. */
export const secrets: Rule = {
  name: 'secrets',
  check: (review) => {
    const found: (Found & { secret: string })[] = [];
    for (const [what, pattern] of patterns) {
      for (const one of scan(review, pattern, (match) => {
        const secret = match[1] ?? match[0];
        return isPlaceholder(secret) ? null : { message: secret, advice: '' };
      })) {
        const secret = one.message.replace(/^In the [^:]+: /, '');
        const where = one.line === null ? one.message.slice(0, -secret.length) : '';
        // The makers' own patterns come first; a general one adds nothing to them.
        if (found.some((other) => other.line === one.line && other.secret.includes(secret)))
          continue;
        found.push({
          line: one.line,
          message: `${where}“${startOf(secret)}” looks like ${what}.`,
          advice:
            'Replace it, and if it was real, revoke it: it may be in the history of the text.',
          secret,
        });
      }
    }
    return found.map(({ secret: _, ...rest }) => rest);
  },
};

const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  [
    'an AWS access key',
    /(?<![A-Z0-9])((?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA)[A-Z2-7]{16})(?![A-Z0-9])/g,
  ],
  ['an AWS secret key', /aws.{0,24}?secret.{0,24}?["'=:\s]([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi],
  ['a GitHub token', /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/g],
  ['a GitLab token', /\b(gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[A-Za-z0-9_-]{20,})/g],
  ['a Slack token', /\b(xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-\d-[A-Za-z0-9-]{10,})/g],
  ['a Slack webhook', /(hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/+_-]{20,})/g],
  ['a Stripe key', /\b((?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9]{24,})/g],
  ['a Google API key', /\b(AIza[A-Za-z0-9_-]{35})/g],
  ['a Google OAuth secret', /\b(GOCSPX-[A-Za-z0-9_-]{20,}|ya29\.[A-Za-z0-9_-]{20,})/g],
  ['an npm token', /\b(npm_[A-Za-z0-9]{36})/g],
  ['a PyPI token', /\b(pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{20,})/g],
  ['an OpenAI or Anthropic key', /\b(sk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{32,})/g],
  ['a SendGrid key', /\b(SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,})/g],
  ['a Twilio key', /\b(SK[0-9a-f]{32})\b/g],
  ['a Telegram token', /\b(\d{8,10}:AA[A-Za-z0-9_-]{33})/g],
  ['a DigitalOcean token', /\b(do[opr]_v1_[0-9a-f]{64})/g],
  ['a Hugging Face token', /\b(hf_[A-Za-z0-9]{34,})/g],
  ['an age secret key', /\b(AGE-SECRET-KEY-1[A-Z0-9]{50,})/g],
  ['a signed token (JWT)', /\b(eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})/g],
  [
    'a password in an address',
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@"'<>]+:([^\s:/@"'<>]{3,})@[^\s"'<>]+/gi,
  ],
  ['a bearer token', /\b(?:bearer|basic)\s+([A-Za-z0-9+/_=.-]{20,})/gi],
  [
    'a secret',
    /(?:api[_-]?key|secret|token|passw(?:or)?d|pwd|credential|auth(?!or)|private[_-]?key|access[_-]?key)[a-z0-9_-]*["']?\s*(?::=|=>|[:=])\s*["'`]?([A-Za-z0-9+/_=.~!@#$%^&*-]{12,})/gi,
  ],
];

/** What stands for a secret in a text that means none: stars, words, references, and too few different characters. */
function isPlaceholder(secret: string): boolean {
  if (secret.startsWith('-----BEGIN')) return false;
  if (
    /x{5,}|\*{3,}|\.{3}|0{6,}|example|placeholder|redacted|your[_-]|changeme|<|\$\{|\$\(|process\.env|os\.environ|getenv/i.test(
      secret,
    )
  ) {
    return true;
  }
  return entropy(secret) < leastEntropy || /^[a-z]+(?:[._-][a-z]+)*$/i.test(secret);
}

/** Bits for each character. Words have about 2.5, twenty random letters and digits about 4. */
const leastEntropy = 2.9;

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
