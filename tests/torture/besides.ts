import type { EssayId } from '#contract/essay.ts';
import type { Receipt, Target } from '#contract/publishing.ts';
import { addImages } from '#library/images/addImages.ts';
import { listImages, readImage } from '#library/images/readImages.ts';
import type { Library } from '#library/openLibrary.ts';
import { keepReceipts, readReceipts } from '#library/receipts/receipts.ts';
import { readPrivateNames, setPrivateNames } from '#library/targets/privateNames.ts';
import { listTargets } from '#library/targets/readTargets.ts';
import { addTarget, changeTarget, removeTarget } from '#library/targets/saveTarget.ts';
import { targetWith } from '../publish/targetWith.ts';
import type { Random } from './random.ts';

/** What a library keeps besides essays (images, targets, receipts, names that must not leave), each as a line of text. */
export type Besides = ReadonlySet<string>;

/** All of it, also what is past. Throws where something cannot be read or is not what was kept. */
export function besidesOf(library: Library): Besides {
  const past = [
    'SELECT id, settings, made_at, removed_at FROM target WHERE removed_at IS NOT NULL',
    'SELECT target_id, path, said, replaced_at FROM receipt WHERE replaced_at IS NOT NULL',
  ].flatMap((sql) => library.db.prepare<[], object>(sql).all());
  return new Set([...readings.flatMap((read) => read(library)), ...past.map(line)]);
}

/** The ways in which the studio reads what is there now; each throws a StudioError where it cannot rely on it. */
export const readings: readonly ((library: Library) => string[])[] = [
  (library) => listImages(library).map((image) => line({ image })),
  (library) =>
    listImages(library).map(({ hash }) => {
      const bytes = Buffer.from(readImage(library, hash)).toString('base64');
      return line({ hash, bytes });
    }),
  (library) => listTargets(library).map((target) => line({ target })),
  (library) =>
    listTargets(library).flatMap(({ id }) =>
      readReceipts(library, id).map((receipt) => line({ of: id, receipt })),
    ),
  (library) => readPrivateNames(library).map((name) => line({ name })),
];

function line(said: object): string {
  return JSON.stringify(said);
}

/** Work on what is besides the essays; each call changes something of it, at random. */
export function besidesIn(library: Library, random: Random): (essay: EssayId) => void {
  const targets: Target[] = [];
  const names: string[] = [];
  let made = 0;
  return (essay) => {
    made++;
    const target = targets.length === 0 ? undefined : random.pick(targets);
    switch (random.below(8)) {
      case 0:
      case 1: {
        const bytes = random.bytes(200 + random.below(9_000));
        addImages(library, [
          { stem: `seen-${made}`, extension: 'png', width: 9, height: made, bytes },
        ]);
        return;
      }
      case 2:
        targets.push(addTarget(library, settings(`Blog ${made}`)));
        return;
      case 3:
        if (target) changeTarget(library, target.id, settings(`Journal ${made}`));
        return;
      case 4:
        setPrivateNames(library, [...names.slice(-5), `Customer ${made}`]);
        names.push(`Customer ${made}`);
        return;
      case 5:
        if (targets.length > 3) removeTarget(library, targets.shift()!.id);
        return;
      default:
        if (target) keepReceipts(library, target.id, published(target, essay, random));
    }
  };
}

function settings(name: string) {
  const { id: _, ...rest } = targetWith({ name, folder: `/home/ana/${name}` });
  return rest;
}

/** Five files that went out, of which some are there no more. */
function published({ id: target }: Target, essay: EssayId, random: Random) {
  const files = new Map<string, Receipt | null>();
  for (let count = 0; count < 5; count++) {
    const path = `essay-${random.below(12)}.md`;
    const sha256 = random.bytes(32).toString('hex');
    const essays = [{ id: essay, title: path, revision: 1 + random.below(9), head: sha256 }];
    const receipt = {
      ...{ target, path, sha256, essays, preset: 'markdown/1', renderer: '', inputs: '' },
      ...{ links: {}, reading: null, publishedAt: '2026-05-01T12:00:00.000Z' },
    };
    files.set(path, random.below(6) === 0 ? null : receipt);
  }
  return files;
}
