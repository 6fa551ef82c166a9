import { shell } from 'electron';
import { StudioError } from '#contract/errors.ts';
import { readTarget } from '#library/targets/readTargets.ts';
import { inThread } from '#press/inThread.ts';
import type { PressJobName, PressJobs } from '#press/jobs.ts';
import type { Handlers } from '../answerRequest.ts';
import { builtWorker } from '../builtWorker.ts';
import type { Desk } from '../desk.ts';

type PublishChannel = Extract<keyof Handlers, `publish.${string}`>;

/** How targets stand, and publishing to them; all of it in threads, so that nobody who writes waits for it. */
export function publishHandlers({
  host,
  renderingAhead,
  resources,
  window,
}: Desk): Pick<Handlers, PublishChannel> {
  let publishing: AbortController | null = null;

  function work<N extends PressJobName>(
    name: N,
    asked: Parameters<PressJobs[N]>[0],
    signal?: AbortSignal,
  ) {
    renderingAhead.giveWay();
    const place = {
      libraryPath: host.library().path,
      resources,
      renderWorker: builtWorker('renderWorker').href,
    };
    return inThread(builtWorker('pressWorker'), place, name, asked, {
      onProgress: (progress) => window.tell('publish.progress', progress),
      ...(signal ? { signal } : {}),
    });
  }

  return {
    'publish.status': (id, only) => work('status', { id, only }),
    'publish.difference': (id, path) => work('difference', { id, path }),
    'publish.check': (id, essays) => work('check', { id, essays }),
    async 'publish.start'(id, replace, only) {
      if (publishing) {
        throw new StudioError('invalid', 'Something is being published already.', 'Wait for it.');
      }
      publishing = new AbortController();
      try {
        return await work('publish', { id, replace, only }, publishing.signal);
      } finally {
        publishing = null;
      }
    },
    'publish.cancel'() {
      publishing?.abort();
      return null;
    },
    'publish.reveal'(id) {
      shell.showItemInFolder(readTarget(host.library(), id).folder);
      return null;
    },
  };
}
