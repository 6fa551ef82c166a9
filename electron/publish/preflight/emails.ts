import { emailsIn } from '#markdown/plugins/addresses.ts';
import type { Rule } from './review.ts';

/** E-mail addresses of people. Those reserved for examples, and the author's own name of a service, are none. */
export const emails: Rule = {
  name: 'e-mail addresses',
  check: ({ essay, lineAt }) =>
    [
      ...emailsIn(essay.body).map((found) => ({ ...found, line: lineAt(found.from) })),
      ...emailsIn(`${essay.title}\n${essay.excerpt}`).map((found) => ({ ...found, line: null })),
    ].flatMap(({ href, line }) => {
      const address = href.replace(/^mailto:/i, '');
      if (href.startsWith('xmpp:') || isNobody(address)) return [];
      return [
        {
          line,
          message: `“${address}” is an e-mail address.`,
          advice: 'Take it out unless its owner wants it published.',
        },
      ];
    }),
};

function isNobody(address: string): boolean {
  return (
    /@(?:[a-z0-9-]+\.)*(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)$/i.test(address) ||
    /^(?:git|no-?reply|noreply\+.*)@/i.test(address) ||
    // An archive's or an image's name with an @ in it.
    /\.(?:png|jpe?g|gif|svg|webp|avif|js|css|md)$/i.test(address)
  );
}
