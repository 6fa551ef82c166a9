import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { Shelf } from '#contract/publishing.ts';
import { imagePreset } from '../images/imagePieces.ts';
import type { Plan, PlannedFile } from './planPublish.ts';

/**
 * The part of a plan that is one essay's: its file, what that was called before, and its images. Throws `invalid` where
 * files say something of every essay, and `not-found` for an essay that does not go there.
 */
export function onlyEssay(plan: Plan, { essays, images }: Shelf, id: EssayId): Plan {
  const { kind, name } = plan.target;
  if (kind === 'site' || kind === 'ghost') {
    throw new StudioError(
      'invalid',
      `“${name}” goes out as a whole: its pages say something of every essay.`,
      'Publish all of it, or give essays that are to wait another status.',
    );
  }
  if (!essays.some((essay) => essay.id === id)) {
    throw new StudioError(
      'not-found',
      `This essay does not go to “${name}”.`,
      'The status or the tag of the essays that go there is said in the target.',
    );
  }
  const shown = new Set(images?.of(id).map(({ hash }) => hash));
  const others = plan.files.flatMap(({ piece, path }) => {
    const bundle = piece?.essay && piece.essay !== id ? /^(.*\/)_?index\.\w+$/.exec(path) : null;
    return bundle ? [bundle[1]!] : [];
  });
  const isIts = ({ path, piece, receipt }: PlannedFile) => {
    if (piece?.preset === imagePreset) {
      return shown.has(piece.inputs) && !others.some((bundle) => path.startsWith(bundle));
    }
    return piece ? piece.essay === id : receipt?.essays.some((essay) => essay.id === id);
  };
  return { ...plan, files: plan.files.filter(isIts), essaysGiven: 1 };
}
