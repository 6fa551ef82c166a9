import { useStore } from 'zustand';
import { isReadOnly } from '#renderer/state/library.ts';
import { useStudio } from './StudioContext.tsx';

/** What holds for as long as it is shown: a library that cannot be written or backed up, a text or a page shown plain. */
export function StandingNotices() {
  const { library, desk, backups } = useStudio();
  const readOnly = useStore(library.store, isReadOnly);
  const mode = useStore(desk.store, (state) => state.mode);
  const page = useStore(desk.store, (state) => state.page);
  const backup = useStore(backups.store, (state) => state.status?.problem ?? null);
  const hasEssay = useStore(desk.store, (state) => state.essay !== null);
  const standing = [
    readOnly ? 'This library is read-only.' : '',
    backup === null ? '' : backup.message,
    hasEssay && mode.plain ? mode.reason : '',
    hasEssay && page.kind !== 'live' ? page.reason : '',
  ].filter((text) => text !== '');
  return (
    <span className="standing" role="status">
      {standing.join(' ')}
    </span>
  );
}
