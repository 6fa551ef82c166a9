import { useStore } from 'zustand';
import { counted } from '#renderer/state/countWords.ts';
import { dateWords } from '#renderer/state/dateWords.ts';
import type { ProofState } from '#renderer/state/proof.ts';
import { useStudio } from './StudioContext.tsx';

/** When the library was last proved to be as it was written, or that it is not. */
export function ProofLine() {
  const { proof, sheets } = useStudio();
  const state = useStore(proof.store);
  const words = proofWords(state, new Date());
  if (words === '') return null;
  return (
    <button
      type="button"
      className="bar-button proof-line"
      data-kind={isHurt(state) ? 'hurt' : 'sound'}
      onClick={() => sheets.open({ kind: 'proof' })}
    >
      {words}
    </button>
  );
}

function isHurt({ damage, whole }: ProofState): boolean {
  return damage.length > 0 || (whole?.file.length ?? 0) > 0;
}

function proofWords(state: ProofState, now: Date): string {
  const essays = new Set(state.damage.map(({ id }) => id)).size;
  if (essays > 0) return `Damage in ${counted(essays, 'essay')}`;
  if (isHurt(state)) return 'Damage in the library’s file';
  return state.whole === null ? '' : `Verified ${dateWords(state.whole.at, now)}`;
}
