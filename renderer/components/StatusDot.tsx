import type { Status } from '#contract/essay.ts';

/** How far an essay has come, as the filling of a small dot. Always stands beside the status's word. */
export function StatusDot({ status }: { readonly status: Status }) {
  return (
    <svg className="status-dot" data-status={status} viewBox="0 0 8 8" aria-hidden="true">
      <circle className="status-ring" cx="4" cy="4" r="3.25" />
      {status === 'review' && <path d="M4 .75a3.25 3.25 0 0 1 0 6.5z" />}
      {(status === 'ready' || status === 'published') && <circle cx="4" cy="4" r="3.75" />}
    </svg>
  );
}
