import { join } from 'node:path';
import { app } from 'electron';
import type { About } from '#contract/about.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';
import { readJsonFile } from '../jsonFile.ts';

type AboutChannel = Extract<keyof Handlers, `about.${string}` | `updates.${string}`>;

/** What the window asks of the studio itself. */
export function aboutHandlers({ updates }: Desk): Pick<Handlers, AboutChannel> {
  return {
    'about.read': () => ({
      version: app.getVersion(),
      engine: engineName(),
      parts: (readJsonFile(join(app.getAppPath(), 'out', 'licences.json')) ?? []) as About['parts'],
      updatesFrom: updates.host(),
    }),
    'updates.look': () => updates.look(),
  };
}

function engineName(): string {
  const { electron, chrome, node } = process.versions;
  return electron ? `Electron ${electron}, Chromium ${chrome}, Node ${node}` : '';
}
