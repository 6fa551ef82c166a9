import { useStore } from 'zustand';
import { Counts } from './Counts.tsx';
import { LayoutChoice } from './LayoutChoice.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import { OutlineMenu } from './OutlineMenu.tsx';
import { ProofLine } from './ProofLine.tsx';
import { SavedLine } from './SavedLine.tsx';
import { StandingNotices } from './StandingNotices.tsx';
import { useStudio } from './StudioContext.tsx';

/** One line under the panes: what is saved and what is worth knowing on the left, counts and views on the right. */
export function StatusBar() {
  const { desk, history, publishing, window, commands } = useStudio();
  const hasEssay = useStore(desk.store, (state) => state.essay !== null);
  const inPast = useStore(history.store, (state) => state.essay !== null);
  const isPublishing = useStore(publishing.store, (state) => state.isOpen);
  const libraryShown = useStore(window.store, (state) => state.libraryShown);
  return (
    <footer className="status-bar" data-pane="status">
      <button
        type="button"
        className="bar-button"
        aria-pressed={libraryShown}
        title={commands.withKey('library.toggle')}
        onClick={() => commands.run('library.toggle')}
      >
        Library
      </button>
      {hasEssay && <SavedLine />}
      <StandingNotices />
      <NoticeLine />
      <span className="bar-rest" />
      <ProofLine />
      {hasEssay && !isPublishing && (
        <>
          {!inPast && <Counts />}
          {!inPast && <OutlineMenu />}
          <LayoutChoice />
        </>
      )}
    </footer>
  );
}
