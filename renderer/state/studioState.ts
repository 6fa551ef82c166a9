import { createDrawingFrame } from '#renderer/diagrams/drawingFrame.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import { type AboutStudio, createAbout } from './about.ts';
import { type Backups, createBackups } from './backups.ts';
import { type Commands, createCommands } from './commands.ts';
import { createDesk, type Desk } from './desk.ts';
import { createDiagrams, type Diagrams } from './diagrams.ts';
import { createEssays, type Essays } from './essays.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { createHistory, type HistoryOfEssay } from './history.ts';
import { createImages, type Images } from './images.ts';
import { createLeaving, type Leaving } from './leaving.ts';
import { createLibrary, type Library } from './library.ts';
import { createNotices, type Notices } from './notices.ts';
import { createPreferences, type PreferencesKeeper } from './preferences.ts';
import { createProof, type Proof } from './proof.ts';
import { createPublishing, type Publishing } from './publishing.ts';
import { createRescue, type Rescue } from './rescue.ts';
import { createSearch, type Search } from './search.ts';
import { createSheets, type Sheets } from './sheets.ts';
import type { WindowMemory } from './windowMemory.ts';
import { createWindowState, type StudioWindowState } from './windowState.ts';

/** Everything the window knows and can do. */
export interface StudioState {
  readonly notices: Notices;
  readonly preferences: PreferencesKeeper;
  readonly library: Library;
  readonly search: Search;
  readonly sheets: Sheets;
  readonly desk: Desk;
  readonly essays: Essays;
  readonly exchange: Exchange;
  readonly history: HistoryOfEssay;
  readonly images: Images;
  readonly diagrams: Diagrams;
  readonly leaving: Leaving;
  readonly proof: Proof;
  readonly about: AboutStudio;
  readonly backups: Backups;
  readonly publishing: Publishing;
  readonly rescue: Rescue;
  readonly window: StudioWindowState;
  readonly commands: Commands;
  /** The published page's stylesheet; '' until `start` has read it. */
  readonly pageStyle: () => string;
  /** Asks for all that the first picture needs, then puts the essay of last time on the desk. */
  start(): Promise<void>;
}

export interface Surroundings {
  readonly ask: Ask;
  readonly listen: Listen;
  readonly memory: WindowMemory;
  readonly mac: boolean;
  readonly focusSearch: () => void;
  readonly focusPastSearch: () => void;
}

export function createStudio(around: Surroundings): StudioState {
  const { ask, listen, memory } = around;
  let pageStyle = '';
  const notices = createNotices();
  const preferences = createPreferences(ask, listen, notices);
  const library = createLibrary(ask, notices);
  const search = createSearch(ask, notices);
  const sheets = createSheets();
  const desk = createDesk(ask, library, preferences, notices);
  const essays = createEssays(ask, library, desk, sheets, notices);
  const diagrams = createDiagrams(
    ask,
    listen,
    createDrawingFrame(() => pageStyle),
  );
  const exchange = createExchange({ ...around, library, desk, diagrams, sheets, notices });
  const images = createImages(ask, listen, desk, sheets, notices);
  const history = createHistory(ask, listen, desk, notices);
  const leaving = createLeaving(ask, listen, desk, preferences, sheets, notices);
  const proof = createProof(ask, listen, notices);
  const backups = createBackups(ask, listen, exchange, notices);
  const publishing = createPublishing(ask, listen, desk, diagrams, notices);
  const rescue = createRescue(ask, listen, desk);
  const about = createAbout(ask, listen, exchange, notices);
  const window = createWindowState(preferences, desk, memory);
  const commands = createCommands({
    ...around,
    about,
    desk,
    essays,
    exchange,
    history,
    images,
    library,
    preferences,
    proof,
    publishing,
    sheets,
    window,
  });

  listen('library.opened', (status) => void notices.attempt(() => exchange.showLibrary(status)));
  listen('library.changedElsewhere', () => {
    search.refresh();
    void notices.attempt(async () => {
      await Promise.all([library.reload(), images.load(), desk.takeInChanges()]);
    });
  });

  return {
    notices,
    preferences,
    library,
    search,
    sheets,
    desk,
    essays,
    exchange,
    history,
    images,
    diagrams,
    leaving,
    proof,
    about,
    backups,
    publishing,
    rescue,
    window,
    commands,
    pageStyle: () => pageStyle,
    async start() {
      const [status, style] = await Promise.all([
        ask('library.status'),
        ask('page.style'),
        preferences.read(),
      ]);
      pageStyle = style;
      const { sort, lastEssay } = preferences.store.getState();
      library.store.setState(({ query }) => ({ query: { ...query, sort } }));
      await Promise.all([library.show(status), status.kind === 'open' && images.load()]);
      exchange.tellOfUpgrade(status);
      if (status.kind !== 'open' || lastEssay === null) return;
      const { list } = library.store.getState();
      if (!list?.rows.some(({ id }) => id === lastEssay)) return;
      await desk.open(lastEssay);
    },
  };
}
