import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, toFailure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type {
  EssayFindings,
  FileDifference,
  KindFacts,
  Publication,
  PublishProgress,
  Target,
  TargetId,
  TargetSettings,
  TargetStatus,
} from '#contract/publishing.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Desk } from './desk.ts';
import type { Diagrams } from './diagrams.ts';
import { isBlocked, toCheck } from './fileGroups.ts';
import type { Notices } from './notices.ts';
import type { EssayFacts } from './openEssay.ts';

/** What was asked for, and what came of it. */
export type Asked<T> =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'known'; readonly value: T };

interface PublishingState {
  /** Whether it lies in place of editor and page. */
  readonly isOpen: boolean;
  /** Null until they were asked for. */
  readonly targets: readonly Target[] | null;
  readonly kinds: readonly KindFacts[];
  readonly chosen: TargetId | null;
  /** The essay that alone is looked at and published; null for all that go there. */
  readonly only: Pick<EssayFacts, 'id' | 'title'> | null;
  /** How the chosen target stands. */
  readonly status: Asked<TargetStatus>;
  /** What there is to look at before it is published to. */
  readonly findings: Asked<readonly EssayFindings[]>;
  /** Files of another hand that the writer wants written over. */
  readonly replace: ReadonlySet<string>;
  /** The file whose difference is shown; null for the list of them. */
  readonly path: string | null;
  /** The file whose difference was shown before the list; null once it was gone on from. */
  readonly shownLast: string | null;
  readonly difference: Asked<FileDifference>;
  readonly isPublishing: boolean;
  readonly progress: PublishProgress | null;
  /** How the last publish ended, until something else is looked at. */
  readonly ended: Publication | null;
}

export interface Publishing {
  readonly store: StoreApi<PublishingState>;
  /** Saves what is unsaved, then shows the targets. */
  readonly open: () => void;
  /** The same for the essay on the desk alone. */
  readonly openForEssay: () => void;
  /** Goes on from one essay to all that go there. */
  readonly showAll: () => void;
  /** Goes back to writing, where it was left. */
  readonly close: () => void;
  readonly choose: (id: TargetId) => void;
  /** Looks again how the chosen target stands. */
  readonly look: () => void;
  /** Shows what publishing changes at a path; null goes back to the list. */
  readonly show: (path: string | null) => void;
  readonly setReplaced: (path: string, replaced: boolean) => void;
  readonly publish: () => void;
  readonly cancel: () => void;
  readonly reveal: () => void;
  /** Goes to a line of an essay, from 0, to put right what was found. */
  readonly goTo: (id: EssayId, line: number) => void;
  /** Adds a target or changes one, and shows it. Rejects with the failure where its settings cannot work. */
  readonly save: (id: TargetId | null, settings: TargetSettings) => Promise<void>;
  readonly remove: (id: TargetId) => void;
  /** Lets the writer choose a path in the system's dialog; nothing is called when it was cancelled. */
  readonly choosePath: (
    asked: 'targets.chooseFolder' | 'targets.chooseTemplate',
    take: (path: string) => void,
  ) => void;
  readonly readNames: () => Promise<readonly string[]>;
  readonly setNames: (names: readonly string[]) => Promise<void>;
}

const looking = { kind: 'looking' } as const;
const nothingLooked = {
  status: looking,
  findings: looking,
  replace: new Set<string>(),
  path: null,
  shownLast: null,
  difference: looking,
  ended: null,
} as const;
const closed: PublishingState = {
  ...nothingLooked,
  isOpen: false,
  targets: null,
  kinds: [],
  chosen: null,
  only: null,
  isPublishing: false,
  progress: null,
};

/** The places essays are published to, and how the one that is chosen stands. */
export function createPublishing(
  ask: Ask,
  listen: Listen,
  desk: Desk,
  diagrams: Pick<Diagrams, 'drawMissing'>,
  notices: Notices,
): Publishing {
  const store = createStore<PublishingState>(() => closed);
  let question = 0;

  desk.store.subscribe((now, before) => {
    const isLeaving = now.opening !== null || (now.essay === null && before.essay !== null);
    if (store.getState().isOpen && isLeaving) close();
  });
  listen('publish.progress', (progress) => {
    if (store.getState().isOpen) store.setState({ progress });
  });
  listen('library.opened', () => store.setState(closed));
  listen('library.changedElsewhere', () => {
    const { isOpen, isPublishing, ended } = store.getState();
    // What this window has just published is known.
    if (isOpen && !isPublishing && !ended) look();
  });

  function close(): void {
    question++;
    const { isPublishing, chosen, targets, kinds } = store.getState();
    store.setState({ ...closed, isPublishing, chosen, targets, kinds });
  }

  async function open(only: PublishingState['only']): Promise<void> {
    await desk.saveAll();
    store.setState({ isOpen: true, only });
    const [targets, kinds] = await Promise.all([ask('targets.list'), ask('targets.kinds')]);
    const { chosen } = store.getState();
    const still = targets.find(({ id }) => id === chosen) ?? targets[0];
    store.setState({ targets, kinds });
    if (still) choose(still.id);
  }

  function choose(id: TargetId): void {
    store.setState({ ...nothingLooked, chosen: id });
    look();
  }

  function look(): void {
    const { chosen, only } = store.getState();
    if (chosen === null) return;
    const asked = ++question;
    const isCurrent = () => asked === question;
    const lookAt = async () => {
      const status = await answered(ask('publish.status', chosen, only?.id ?? null));
      if (!isCurrent()) return null;
      store.setState({ status, findings: looking });
      if (status.kind !== 'known') return null;
      const essays = toCheck(status.value.files, store.getState().replace);
      if (essays.length === 0) return { kind: 'known', value: [] } as const;
      return answered(ask('publish.check', chosen, essays));
    };
    void (async () => {
      let findings = await lookAt();
      if (findings && isCurrent() && (await drawMissing(findings, isCurrent))) {
        findings = await lookAt();
      }
      if (findings && isCurrent()) store.setState({ findings, progress: null });
    })();
  }

  /** Draws the diagrams that nobody has looked at yet; whether there were any. */
  async function drawMissing(
    findings: Asked<readonly EssayFindings[]>,
    isCurrent: () => boolean,
  ): Promise<boolean> {
    if (findings.kind !== 'known') return false;
    const undrawn = findings.value.filter((essay) =>
      essay.findings.some(({ rule }) => rule === 'diagrams'),
    );
    if (undrawn.length === 0) return false;
    const ids = undrawn.map(({ id }) => id);
    const drawing = diagrams.drawMissing(ids, (done, total) => {
      if (isCurrent()) store.setState({ progress: { stage: 'drawing', done, total } });
    });
    return drawing.catch(() => false);
  }

  function show(path: string | null): void {
    const { chosen } = store.getState();
    store.setState((before) => ({ path, difference: looking, shownLast: before.path }));
    if (path === null || chosen === null) return;
    void answered(ask('publish.difference', chosen, path)).then((difference) => {
      if (store.getState().path === path) store.setState({ difference });
    });
  }

  async function publish(): Promise<void> {
    const { chosen, only, replace, isPublishing, findings } = store.getState();
    if (chosen === null || isPublishing || isBlocked(findings)) return;
    store.setState({
      isPublishing: true,
      progress: null,
      ended: null,
      path: null,
      shownLast: null,
    });
    try {
      const ended = await ask('publish.start', chosen, [...replace], only?.id ?? null);
      if (store.getState().chosen === chosen) store.setState({ ended, replace: new Set() });
    } finally {
      store.setState({ isPublishing: false, progress: null });
      look();
    }
  }

  return {
    store,
    open: () => void notices.attempt(() => open(null)),
    openForEssay: () => {
      const { essay } = desk.store.getState();
      if (essay) void notices.attempt(() => open(essay));
    },
    showAll: () => {
      store.setState({ ...nothingLooked, only: null });
      look();
    },
    close: () => {
      close();
      desk.resume();
    },
    choose,
    look: () => {
      store.setState({ status: looking, findings: looking, ended: null });
      look();
    },
    show,
    setReplaced(path, replaced) {
      const replace = new Set(store.getState().replace);
      if (replaced) replace.add(path);
      else replace.delete(path);
      store.setState({ replace });
      look();
    },
    publish: () => void notices.attempt(publish),
    cancel: () => void notices.attempt(() => ask('publish.cancel')),
    reveal: () => {
      const { chosen } = store.getState();
      if (chosen) void notices.attempt(() => ask('publish.reveal', chosen));
    },
    goTo: (id, line) =>
      void notices.attempt(async () => {
        close();
        // What is not in view takes no focus and has no lines.
        await new Promise(requestAnimationFrame);
        await desk.open(id, { line, focus: 'text' });
      }),
    async save(id, settings) {
      const saved = id
        ? await ask('targets.change', id, settings)
        : await ask('targets.add', settings);
      store.setState({ targets: await ask('targets.list') });
      choose(saved.id);
    },
    remove: (id) =>
      void notices.attempt(async () => {
        await ask('targets.remove', id);
        const targets = await ask('targets.list');
        store.setState({ ...nothingLooked, targets, chosen: null });
        const [first] = targets;
        if (first) choose(first.id);
        notices.say('The target is off the list. Its files are where they were.');
      }),
    choosePath: (asked, take) =>
      void notices.attempt(async () => {
        const path = await ask(asked);
        if (path !== null) take(path);
      }),
    readNames: () => ask('targets.names'),
    async setNames(names) {
      await ask('targets.setNames', names);
      look();
    },
  };
}

async function answered<T>(question: Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'known', value: await question };
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) };
  }
}
