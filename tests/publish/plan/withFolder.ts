import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Essay } from '#contract/essay.ts';
import type { PublishReport, Receipt, Shelf, Target } from '#contract/publishing.ts';
import { type CarryOutOptions, carryOut } from '#publish/plan/carryOut.ts';
import { type Plan, planPublish, previewOf } from '#publish/plan/planPublish.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { targetWith } from '../targetWith.ts';

/** A folder that shelves are published to, and the receipts of what went there. */
interface PublishedFolder {
  folder: string;
  receipts: readonly Receipt[];
  readonly target: (said?: Partial<Target>) => Target;
  readonly plan: (shelf: Shelf, said?: Partial<Target>) => Promise<Plan>;
  readonly publish: (
    shelf: Shelf,
    said?: Partial<Target>,
    options?: CarryOutOptions,
  ) => Promise<PublishReport>;
  /** What a plan says of each file. */
  readonly states: (shelf: Shelf, said?: Partial<Target>) => Promise<Record<string, string>>;
  readonly inFolder: (path: string) => string;
  readonly put: (path: string, text: string) => void;
}

export const parts = readSiteParts('resources');

/** Gives each test of the file a fresh folder; a target is one for Hugo where the test says nothing else. */
export function withFolder(): PublishedFolder {
  const made: PublishedFolder = {
    folder: '',
    receipts: [],
    target: (said = {}) => targetWith({ folder: made.folder, kind: 'hugo', ...said }),
    plan: (shelf, said) => planPublish(made.target(said), shelf, made.receipts, { parts }),
    async publish(shelf, said, options) {
      const report = await carryOut(await made.plan(shelf, said), options);
      made.receipts = report.receipts;
      return report;
    },
    async states(shelf, said) {
      const { files } = previewOf(await made.plan(shelf, said));
      return Object.fromEntries(
        files.map(({ path, state, reasons, isHeld }) => [
          path,
          [state, ...reasons, ...(isHeld ? ['held'] : [])].join(' '),
        ]),
      );
    },
    inFolder: (path) => readFileSync(join(made.folder, path), 'utf8'),
    put: (path, text) => writeFileSync(join(made.folder, path), text),
  };
  beforeEach(() => {
    made.folder = mkdtempSync(join(tmpdir(), 'publish-'));
    made.receipts = [];
  });
  afterEach(() => {
    chmodSync(made.folder, 0o755);
    rmSync(made.folder, { recursive: true, force: true });
  });
  return made;
}

export const one: Partial<Essay> = { slug: 'one', title: 'One', revision: 1, head: 'a1' };
export const two: Partial<Essay> = {
  slug: 'two',
  title: 'Two',
  revision: 1,
  head: 'b1',
  body: 'See [[One]].\n',
};
