import { useStore } from 'zustand';
import type { Target, TargetStatus } from '#contract/publishing.ts';
import { counted } from '#renderer/state/countWords.ts';
import { momentWords } from '#renderer/state/dateWords.ts';
import { countToPublish, isBlocked } from '#renderer/state/fileGroups.ts';
import type { Asked } from '#renderer/state/publishing.ts';
import { kindWords } from '#renderer/state/targetWords.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { PublishedReport } from './PublishedReport.tsx';
import { PublishingDifference } from './PublishingDifference.tsx';
import { PublishingFiles } from './PublishingFiles.tsx';
import { PublishingFindings } from './PublishingFindings.tsx';
import { PublishingProgress } from './PublishingProgress.tsx';
import { useStudio } from './StudioContext.tsx';

/** One target: what it is, how it stands, what there is to look at, and publishing. */
export function PublishingTarget({ target }: { readonly target: Target }) {
  const { publishing } = useStudio();
  const path = useStore(publishing.store, (state) => state.path);
  const status = useStore(publishing.store, (state) => state.status);
  return (
    <div className="publishing-stage" data-pane="past">
      <TargetHead target={target} />
      {path !== null && <PublishingDifference path={path} />}
      {path === null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
        <section className="publishing-body" tabIndex={0} aria-label="What would go out">
          <PublishedReport />
          {status.kind === 'failed' && (
            <p className="publishing-problem" role="alert">
              {status.failure.message} {status.failure.advice}
            </p>
          )}
          <PublishingFindings />
          {status.kind === 'known' && <PublishingFiles status={status.value} />}
        </section>
      )}
    </div>
  );
}

function TargetHead({ target }: { readonly target: Target }) {
  const { publishing, sheets, library } = useStudio();
  const { status, findings, replace, isPublishing, only } = useStore(publishing.store);
  const readOnly = useStore(
    library.store,
    (state) => state.status?.kind === 'open' && state.status.readOnly,
  );
  const files = status.kind === 'known' ? countToPublish(status.value.files, replace) : 0;
  const isReady = findings.kind === 'known' && !isBlocked(findings);
  return (
    <header className="publishing-head">
      <div className="publishing-name">
        <h1 dir="auto">{target.name}</h1>
        <p className="path">
          {kindWords[target.kind]}, {target.folder}
        </p>
        <p className="publishing-words" role="status">
          {standWords(status)}
        </p>
        {only && (
          <p className="publishing-only">
            Only <bdi>{titleWords(only.title)}</bdi>
            <button
              type="button"
              className="link-button"
              disabled={isPublishing}
              onClick={publishing.showAll}
            >
              Show all essays
            </button>
          </p>
        )}
      </div>
      <div className="actions">
        <button
          type="button"
          className="plain-button"
          disabled={isPublishing}
          onClick={() => sheets.open({ kind: 'target', target })}
        >
          Settings
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={isPublishing}
          onClick={publishing.look}
        >
          Look again
        </button>
        {isPublishing ? (
          <button type="button" className="primary-button" onClick={publishing.cancel}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            className="primary-button"
            disabled={files === 0 || !isReady || readOnly}
            onClick={publishing.publish}
          >
            {files === 0 ? 'Publish' : `Publish ${counted(files, 'file')}`}
          </button>
        )}
      </div>
      <PublishingProgress />
    </header>
  );
}

function standWords(status: Asked<TargetStatus>): string {
  if (status.kind === 'looking') return 'Looking at the folder.';
  if (status.kind === 'failed') return 'Nothing can be published there.';
  const { files, publishedAt, essays } = status.value;
  const last =
    publishedAt === null
      ? 'Nothing was published yet.'
      : `Last published ${momentWords(publishedAt)}.`;
  if (essays === 0 && files.length === 0) return `No essay goes there. ${last}`;
  const isSame = files.every(({ state }) => state === 'unchanged');
  return isSame ? `Everything is as it was published. ${last}` : last;
}
