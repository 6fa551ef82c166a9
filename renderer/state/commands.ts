import {
  type CommandEntry,
  commandTable,
  type StudioCommand,
  studioCommands,
} from '#contract/commands.ts';
import { type EditorCommandId, editorCommands } from '#renderer/editor/editorCommands.ts';
import type { AboutStudio } from './about.ts';
import type { Desk } from './desk.ts';
import type { Essays } from './essays.ts';
import type { Exchange } from './exchange.ts';
import type { HistoryOfEssay } from './history.ts';
import type { Images } from './images.ts';
import { isKey, keyLabel, type Stroke } from './keyLabel.ts';
import { isReadOnly, type Library } from './library.ts';
import type { PreferencesKeeper } from './preferences.ts';
import type { Proof } from './proof.ts';
import type { Publishing } from './publishing.ts';
import type { Sheets } from './sheets.ts';
import type { WindowMemory } from './windowMemory.ts';
import type { StudioWindowState } from './windowState.ts';

export type CommandId = StudioCommand | EditorCommandId;

/** A command as the palette and the keys' help show it. */
export interface CommandInfo {
  readonly id: CommandId;
  readonly label: string;
  /** As its keyboard names it; '' when it has none. */
  readonly key: string;
  readonly group: CommandEntry['group'];
}

export interface Commands {
  /** Every command that there is. */
  readonly all: readonly CommandInfo[];
  /** Carries a command out; one that cannot be carried out now does nothing. */
  run(id: CommandId): void;
  can(id: CommandId): boolean;
  /** A command's label with its key, for a title. */
  withKey(id: CommandId): string;
  /** The command whose key was struck, if it is one of the studio's own. */
  struck(stroke: Stroke): StudioCommand | null;
  /** Those run last, from the palette, the latest first. */
  recent(): readonly CommandId[];
  noteRecent(id: CommandId): void;
}

interface CommandParts {
  readonly about: AboutStudio;
  readonly desk: Desk;
  readonly essays: Essays;
  readonly exchange: Exchange;
  readonly history: HistoryOfEssay;
  readonly images: Images;
  readonly library: Library;
  readonly preferences: PreferencesKeeper;
  readonly proof: Proof;
  readonly publishing: Publishing;
  readonly sheets: Sheets;
  readonly window: StudioWindowState;
  readonly memory: WindowMemory;
  readonly mac: boolean;
  /** Puts the focus in the library's search field. */
  readonly focusSearch: () => void;
  /** Puts the focus in the field that searches the history. */
  readonly focusPastSearch: () => void;
}

const mostRecent = 8;

export function createCommands(parts: CommandParts): Commands {
  const { desk, library, memory, mac } = parts;
  const runs = studioRuns(parts);
  const all: readonly CommandInfo[] = [
    // What the editor has under its own name is not listed twice.
    ...studioCommands
      .filter((id) => !id.startsWith('edit.'))
      .map((id) => ({
        id,
        label: commandTable[id].label,
        key: keyLabel(commandTable[id].key, mac),
        group: commandTable[id].group,
      })),
    ...Object.entries(editorCommands).map(([id, { label, key }]) => ({
      id: id as EditorCommandId,
      label,
      key: keyLabel(key, mac),
      group: 'Text' as const,
    })),
  ];

  function can(id: CommandId): boolean {
    // What changes the text, or looks through it, is for the text that is being written.
    const writing =
      parts.history.store.getState().essay === null && !parts.publishing.store.getState().isOpen;
    if (!isStudioCommand(id)) return writing && desk.store.getState().essay !== null;
    const entry: CommandEntry = commandTable[id];
    if (entry.essay && !desk.store.getState().essay) return false;
    return !(entry.writes && isReadOnly(library.store.getState()));
  }

  function recent(): readonly CommandId[] {
    const kept = memory.read('recentCommands');
    const known = new Set<unknown>(all.map(({ id }) => id));
    return Array.isArray(kept) ? kept.filter((id) => known.has(id)) : [];
  }

  return {
    all,
    can,
    run(id) {
      if (!can(id)) return;
      if (isStudioCommand(id)) runs[id]();
      else desk.edit(id);
    },
    withKey(id) {
      const info = all.find((each) => each.id === id);
      if (!info) return '';
      return info.key === '' ? info.label : `${info.label} (${info.key})`;
    },
    struck: (stroke) =>
      studioCommands.find((id) => isKey(stroke, commandTable[id].key, mac)) ?? null,
    recent,
    noteRecent(id) {
      memory.write(
        'recentCommands',
        [id, ...recent().filter((each) => each !== id)].slice(0, mostRecent),
      );
    },
  };
}

function isStudioCommand(id: CommandId): id is StudioCommand {
  return id in commandTable;
}

function studioRuns(parts: CommandParts): Record<StudioCommand, () => void> {
  const { about, desk, essays, exchange, history, images } = parts;
  const { preferences, proof, publishing, sheets, window } = parts;
  const withEssay = (work: (id: NonNullable<ReturnType<typeof onDesk>>) => void) => () => {
    const id = onDesk();
    if (id) work(id);
  };
  const onDesk = () => desk.store.getState().essay?.id;
  const isPublishing = () => publishing.store.getState().isOpen;
  const isInPast = () => history.store.getState().essay !== null;
  const size = (by: number) => () => {
    const textSize = Math.max(13, Math.min(24, preferences.store.getState().textSize + by));
    preferences.change({ textSize });
  };
  return {
    'essay.new': essays.create,
    'essay.duplicate': withEssay(essays.duplicate),
    'essay.details': () => sheets.open({ kind: 'details' }),
    'essay.history': () => {
      if (isPublishing()) publishing.close();
      if (isInPast()) history.close();
      else history.open();
    },
    'essay.nameVersion': () => sheets.open({ kind: 'nameVersion' }),
    'essay.publish': publishing.openForEssay,
    'essay.trash': withEssay((id) => essays.trash([id])),
    'essay.insertImage': () => isInPast() || images.choose(),
    'essay.exportHtml': withEssay((id) => exchange.write([id], 'html')),
    'essay.exportFolder': withEssay((id) => exchange.write([id], 'html-folder')),
    'essay.exportPlain': withEssay((id) => exchange.write([id], 'html-plain')),
    'essay.exportFragment': withEssay((id) => exchange.write([id], 'html-fragment')),
    'essay.exportPdf': withEssay((id) => exchange.write([id], 'pdf')),
    'essay.exportMarkdown': withEssay((id) => exchange.write([id], 'markdown')),
    'essay.copyHtml': withEssay((id) => exchange.copy(id, 'html')),
    'essay.copyMarkdown': withEssay((id) => exchange.copy(id, 'markdown')),
    'library.import': () => exchange.importChosen('files'),
    'library.importFolder': () => exchange.importChosen('folder'),
    'library.open': () => exchange.chooseLibrary('open'),
    'library.new': () => exchange.chooseLibrary('new'),
    'library.verify': () => {
      proof.run();
      sheets.open({ kind: 'proof' });
    },
    'library.publish': () => (isPublishing() ? publishing.close() : publishing.open()),
    'library.backups': () => sheets.open({ kind: 'backups' }),
    'library.images': () => sheets.open({ kind: 'images' }),
    'library.search': () => {
      window.showLibrary(true);
      parts.focusSearch();
    },
    'library.toggle': () => window.showLibrary(!window.store.getState().libraryShown),
    'view.sideBySide': () => preferences.change({ layout: 'side-by-side' }),
    'view.editor': () => preferences.change({ layout: 'editor' }),
    'view.page': () => preferences.change({ layout: 'page' }),
    'view.outline': () => sheets.open({ kind: 'outline' }),
    'view.larger': size(1),
    'view.smaller': size(-1),
    'view.themeSystem': () => preferences.change({ theme: 'system' }),
    'view.themeLight': () => preferences.change({ theme: 'light' }),
    'view.themeDark': () => preferences.change({ theme: 'dark' }),
    'edit.find': () => (isInPast() ? parts.focusPastSearch() : desk.edit('find')),
    'edit.undo': () => isInPast() || desk.edit('undo'),
    'edit.redo': () => isInPast() || desk.edit('redo'),
    'palette.open': () => sheets.open({ kind: 'palette' }),
    'preferences.open': () => sheets.open({ kind: 'preferences' }),
    'help.keys': () => sheets.open({ kind: 'keys' }),
    'help.updates': () => {
      sheets.open({ kind: 'about' });
      void about.load().then(() => about.store.getState().about?.updatesFrom && about.look());
    },
    'help.about': () => sheets.open({ kind: 'about' }),
  };
}
