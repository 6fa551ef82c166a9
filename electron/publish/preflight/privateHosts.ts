import type { Rule } from './review.ts';
import { scan } from './scan.ts';

/** Addresses and names of machines that only those inside can reach. */
export const privateHosts: Rule = {
  name: 'private hosts',
  check: (review) =>
    [v4, v6, hosts].flatMap((pattern) =>
      scan(review, pattern, ([address]) => ({
        message: `“${address}” is inside a private network.`,
        advice:
          'Replace it by one that is reserved for examples: 192.0.2.1, 2001:db8::1, host.example.',
      })),
    ),
};

const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** RFC 1918, link-local (RFC 3927) and shared (RFC 6598) addresses. */
const v4 = new RegExp(
  `(?<![\\d.])(?:10\\.${byte}|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168|169\\.254|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7]))\\.${byte}\\.${byte}(?![\\d]|\\.\\d)`,
  'g',
);

/** Unique local (RFC 4193) and link-local addresses. */
const v6 =
  /(?<![0-9a-z:])(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):(?:[0-9a-f]{0,4}:){1,6}[0-9a-f]{0,4}(?![0-9a-z:])/gi;

/** Not the name of a file in a path. */
const hosts =
  /(?<![\w.@-])(?<!(?<!\/)\/)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:internal|intranet|intra|corp|lan|local|localdomain|home\.arpa|private)(?![\w-]|\.\w)/gi;
