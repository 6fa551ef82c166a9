import type { CallMain } from './studio.ts';

/** A dialog that the studio showed, in order. */
interface ShownDialog {
  readonly kind: 'open' | 'save' | 'message';
  /** Its title, or a message's text. */
  readonly text: string;
  readonly defaultPath: string;
}

/** The system's dialogs, answered by the test. One that has no answer waiting is cancelled. */
export interface Dialogs {
  /** The answer to the next dialog that opens files or a folder; null cancels it. */
  readonly answerOpen: (paths: readonly string[] | null) => Promise<void>;
  /** The answer to the next dialog that names a file; null cancels it. */
  readonly answerSave: (path: string | null) => Promise<void>;
  /** The answer to the next question: the button's index. */
  readonly answerMessage: (button: number) => Promise<void>;
  readonly shownDialogs: () => Promise<readonly ShownDialog[]>;
}

interface Waiting {
  dialogs: {
    open: (string[] | null)[];
    save: (string | null)[];
    message: number[];
    shown: ShownDialog[];
  };
}

export async function takeOverDialogs(main: CallMain): Promise<Dialogs> {
  await main(({ dialog }) => {
    const waiting = { open: [], save: [], message: [], shown: [] } as Waiting['dialogs'];
    (globalThis as unknown as Waiting).dialogs = waiting;
    const note = (kind: ShownDialog['kind'], args: unknown[]) => {
      const options = args.at(-1) as { title?: string; message?: string; defaultPath?: string };
      const text = (kind === 'message' ? options.message : options.title) ?? '';
      waiting.shown.push({ kind, text, defaultPath: options.defaultPath ?? '' });
      return options as { cancelId?: number };
    };
    Object.assign(dialog, {
      async showOpenDialog(...args: unknown[]) {
        note('open', args);
        const filePaths = waiting.open.shift() ?? null;
        return { canceled: filePaths === null, filePaths: filePaths ?? [] };
      },
      async showSaveDialog(...args: unknown[]) {
        note('save', args);
        const filePath = waiting.save.shift() ?? null;
        return { canceled: filePath === null, filePath: filePath ?? '' };
      },
      async showMessageBox(...args: unknown[]) {
        const { cancelId = 0 } = note('message', args);
        return { response: waiting.message.shift() ?? cancelId, checkboxChecked: false };
      },
    });
  });

  const add = (kind: 'open' | 'save' | 'message', answer: unknown) =>
    main(
      (_electron, [list, value]) => {
        ((globalThis as unknown as Waiting).dialogs[list] as unknown[]).push(value);
      },
      [kind, answer] as const,
    );
  return {
    answerOpen: (paths) => add('open', paths),
    answerSave: (path) => add('save', path),
    answerMessage: (button) => add('message', button),
    shownDialogs: () => main(() => (globalThis as unknown as Waiting).dialogs.shown),
  };
}
