import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useStudio } from './StudioContext.tsx';

/** The one place where the studio speaks: what was done passes by itself, a problem stays until it is read. */
export function NoticeLine() {
  const { notices } = useStudio();
  const notice = useStore(notices.store, (state) => state.notice);
  const problem = notice?.kind === 'problem';
  return (
    <span className="notice" data-kind={notice?.kind}>
      <span role={problem ? 'alert' : 'status'} title={notice ? whole(notice) : undefined}>
        {notice && whole(notice)}
      </span>
      {notice?.action && (
        <button
          type="button"
          className="bar-button notice-action"
          onClick={() => {
            notices.dismiss();
            notice.action?.run();
          }}
        >
          {notice.action.label}
        </button>
      )}
      {problem && (
        <button
          type="button"
          className="icon-button"
          aria-label="Dismiss"
          onClick={() => notices.dismiss()}
        >
          <X size={12} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}

function whole({ text, advice }: { text: string; advice: string }): string {
  return advice === '' ? text : `${text} ${advice}`;
}
