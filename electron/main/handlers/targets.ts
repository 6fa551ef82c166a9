import { dialog } from 'electron';
import { StudioError } from '#contract/errors.ts';
import type { Target, TargetId, TargetSettings } from '#contract/publishing.ts';
import { readPrivateNames, setPrivateNames } from '#library/targets/privateNames.ts';
import { listTargets } from '#library/targets/readTargets.ts';
import { addTarget, changeTarget, removeTarget } from '#library/targets/saveTarget.ts';
import { inThread } from '#press/inThread.ts';
import { kindFacts } from '#publish/presets/kindFacts.ts';
import type { Handlers } from '../answerRequest.ts';
import { builtWorker } from '../builtWorker.ts';
import type { Desk } from '../desk.ts';

type TargetChannel = Extract<keyof Handlers, `targets.${string}`>;

/** The places to publish to. A path that the window gives must be one that the writer chose in a dialog. */
export function targetHandlers({ host, resources, window }: Desk): Pick<Handlers, TargetChannel> {
  const chosen = new Set<string>();
  return {
    'targets.list': () => listTargets(host.library()),
    'targets.kinds': () => kindFacts(),
    async 'targets.add'(settings) {
      await settle({ id: '' as TargetId, ...settings });
      return host.write((library) => addTarget(library, settings));
    },
    async 'targets.change'(id, settings) {
      await settle({ id, ...settings });
      return host.write((library) => changeTarget(library, id, settings));
    },
    'targets.remove'(id) {
      host.write((library) => removeTarget(library, id));
      return null;
    },
    'targets.chooseFolder': () => choose('Folder to Publish to', 'openDirectory'),
    'targets.chooseTemplate': () => choose('Page Template', 'openFile'),
    'targets.names': () => readPrivateNames(host.library()),
    'targets.setNames': (names) =>
      host.write((library) => {
        setPrivateNames(library, names);
        return readPrivateNames(library);
      }),
  };

  async function choose(title: string, kind: 'openDirectory' | 'openFile') {
    const answer = await dialog.showOpenDialog(window.current(), {
      title,
      buttonLabel: 'Choose',
      properties: kind === 'openFile' ? [kind] : [kind, 'createDirectory'],
    });
    const path = answer.filePaths[0];
    if (answer.canceled || path === undefined) return null;
    chosen.add(path);
    return path;
  }

  async function settle(target: Target): Promise<void> {
    const known = new Set([...chosen, ...listTargets(host.library()).flatMap(pathsOf)]);
    if (!pathsOf(target).every((path) => path === '' || known.has(path))) {
      throw new StudioError('invalid', 'A folder is chosen in the system’s dialog.');
    }
    const place = {
      libraryPath: host.library().path,
      resources,
      renderWorker: builtWorker('renderWorker').href,
    };
    await inThread(builtWorker('pressWorker'), place, 'try', { target });
  }
}

function pathsOf({ folder, site }: TargetSettings): string[] {
  return [folder, site.template];
}
