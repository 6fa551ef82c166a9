import { useStore } from 'zustand';
import { useStudio } from './StudioContext.tsx';

/** Looking for a newer version, and what came of it. `from` is the host that is asked; null where there is none. */
export function NewestPart({ from }: { readonly from: string | null }) {
  const { about } = useStudio();
  const looking = useStore(about.store, (state) => state.looking);
  if (from === null) {
    return (
      <p className="about-newest">This copy was made without a place to look for newer versions.</p>
    );
  }
  return (
    <section className="about-newest" aria-label="Newer versions">
      <p role="status">{words(looking)}</p>
      <div className="actions">
        <button
          type="button"
          className="plain-button"
          title={`Asks ${from}, and sends nothing but the question`}
          disabled={looking === 'now'}
          onClick={about.look}
        >
          {looking === 'now' ? 'Looking' : 'Look for a newer version'}
        </button>
        {typeof looking === 'object' && 'page' in looking && (
          <button
            type="button"
            className="plain-button"
            onClick={() => about.openPage(looking.page)}
          >
            Read about it
          </button>
        )}
      </div>
    </section>
  );

  function words(state: typeof looking): string {
    if (state === 'not yet') return `Longhand asks ${from} when you want to know.`;
    if (state === 'now') return `Asking ${from}.`;
    if ('code' in state) return `${state.message} ${state.advice}`;
    return state.kind === 'newer'
      ? `Version ${state.version} is out. Your essays stay where they are when you install it.`
      : 'This is the newest version.';
  }
}
