import type { Damage, Verification } from '#contract/history.ts';
import { sizeWords } from '#contract/sizeWords.ts';
import { findEssayId } from '#library/essays/findEssay.ts';
import { proveLibrary, proveOne } from '#library/proof/proveLibrary.ts';
import { command, UsageError } from './command.ts';
import { printableLine } from './printable.ts';
import { withLibrary } from './withLibrary.ts';

export const verifyCommand = command({
  name: 'verify',
  usage: '[SLUG]',
  summary: 'prove that nothing in the library was lost or altered',
  about: `Replays the history of every essay, or of the one that is named, recomputes every hash and compares
with what is stored. Says for each damage what is hurt and what still stands, and fails if there is any.
Nothing is written.`,
  options: {},
  async run(values, names, desk) {
    const [slug, ...others] = names;
    if (others.length > 0) throw new UsageError('Name one essay by its slug, or none.');
    const proof = await withLibrary(values.library, desk, { create: false }, (library) => {
      if (slug !== undefined) return proveOne(library, findEssayId(library, slug));
      return proveLibrary(library, {
        onEssay(done, total) {
          if (done % 100 === 0) desk.showProgress(`Verifying ${done} of ${total}`);
          return !desk.signal.aborted;
        },
      });
    });
    return { text: summary(proof), json: proof, problems: problemsOf(proof) };
  },
});

function summary({ essays, entries, bytes, milliseconds, damage, file }: Verification): string {
  const what = `${counted(essays, 'essay')}, ${counted(entries, 'change')}, ${sizeWords(bytes)}`;
  const isSound = damage.length === 0 && file.length === 0;
  return `Verified ${what} in ${Math.round(milliseconds)} ms: ${
    isSound ? 'everything is as it was written.' : 'not everything is as it was written.'
  }\n`;
}

function problemsOf({ damage, file }: Verification): string[] {
  return [...damage.map(sentences), ...file.map((sentence) => `The file: ${sentence}`)].map(
    printableLine,
  );
}

function sentences({ title, message, stands }: Damage): string {
  return `“${title}”: ${message} ${stands}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
