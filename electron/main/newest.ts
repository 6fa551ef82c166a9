import { z } from 'zod';
import type { Newest } from '#contract/about.ts';
import { StudioError } from '#contract/errors.ts';

const announcement = z.object({
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  page: z.url({ protocol: /^https$/ }).max(2_000),
});

/**
 * Asks `address`, by https alone, for the newest version: a JSON document with `version` and `page`, at most 64 KB.
 * Nothing is sent but the question, and nothing is installed. Throws `unexpected` with a sentence when no sense can
 * be had of the answer, or there is none within ten seconds.
 */
export async function findNewest({
  address,
  version,
  fetch,
}: {
  readonly address: string;
  readonly version: string;
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
}): Promise<Newest> {
  let answer: z.infer<typeof announcement>;
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    if (response.url !== '' && !response.url.startsWith('https:')) throw new Error('not https');
    answer = announcement.parse(JSON.parse(await textOf(response)));
  } catch (cause) {
    throw new StudioError(
      'not-found',
      `“${new URL(address).host}” could not be asked for a newer version.`,
      'Nothing was changed. Try again later.',
      { cause },
    );
  }
  return isNewer(answer.version, version) ? { kind: 'newer', ...answer } : { kind: 'this' };
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > 65_536) throw new Error('too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((each) => each.split('.').map(Number));
  for (const [at, number] of one!.entries()) {
    const difference = number - (other![at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
