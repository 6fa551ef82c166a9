import { execFile } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import type { ShellOptions } from './options.ts';

interface FileOptions {
  readonly title?: string;
  readonly message?: string;
  readonly defaultPath?: string;
  readonly properties?: readonly string[];
}
interface MessageOptions {
  readonly message: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

/**
 * `dialog`, asked with what the system has: zenity or kdialog, else the terminal the studio was started from.
 * Where nobody can be asked, every dialog is cancelled and says so.
 */
export function createDialog({ headless }: ShellOptions) {
  const ask = async (question: Question): Promise<string | null> => {
    if (headless) return nobody(question.text);
    for (const way of [zenity, kdialog, terminal]) {
      const answer = await way(question);
      if (answer !== undefined) return answer;
    }
    return nobody(question.text);
  };
  return {
    async showOpenDialog(...args: [object, FileOptions] | [FileOptions]) {
      const options = args.at(-1) as FileOptions;
      const path = await ask({
        kind: options.properties?.includes('openDirectory') ? 'folder' : 'open',
        text: options.title ?? options.message ?? 'Open',
        path: options.defaultPath ?? '',
        many: options.properties?.includes('multiSelections') ?? false,
      });
      return {
        canceled: path === null,
        filePaths: path === null ? [] : path.split('\n'),
      };
    },
    async showSaveDialog(...args: [object, FileOptions] | [FileOptions]) {
      const options = args.at(-1) as FileOptions;
      const path = await ask({
        kind: 'save',
        text: options.title ?? options.message ?? 'Save',
        path: options.defaultPath ?? '',
        many: false,
      });
      return { canceled: path === null, filePath: path ?? '' };
    },
    async showMessageBox(...args: [object, MessageOptions] | [MessageOptions]) {
      const options = args.at(-1) as MessageOptions;
      const buttons = options.buttons ?? ['OK'];
      const chosen = await ask({
        kind: 'choose',
        text: [options.message, options.detail].filter(Boolean).join('\n'),
        choices: buttons,
      });
      const response = chosen === null ? -1 : buttons.indexOf(chosen);
      return {
        response: response < 0 ? (options.cancelId ?? 0) : response,
        checkboxChecked: false,
      };
    },
    showErrorBox(title: string, content: string): void {
      console.error(`${title}: ${content}`);
    },
  };
}

type Question =
  | {
      readonly kind: 'open' | 'folder' | 'save';
      readonly text: string;
      readonly path: string;
      readonly many: boolean;
    }
  | {
      readonly kind: 'choose';
      readonly text: string;
      readonly choices: readonly string[];
    };
/** A way to ask: the answer, null when cancelled, undefined when this way is not there. */
type Way = (question: Question) => Promise<string | null | undefined>;

function nobody(text: string): null {
  console.error(`The Chromium shell could ask nobody, so this was cancelled: ${text}`);
  return null;
}

const zenity: Way = (question) => {
  if (question.kind === 'choose') {
    return run('zenity', [
      '--list',
      '--column=',
      '--hide-header',
      `--text=${question.text}`,
      ...question.choices,
    ]);
  }
  const what = { open: [], folder: ['--directory'], save: ['--save'] }[question.kind];
  const many = question.many ? ['--multiple', '--separator=\n'] : [];
  return run('zenity', [
    '--file-selection',
    `--title=${question.text}`,
    `--filename=${question.path}`,
    ...what,
    ...many,
  ]);
};

const kdialog: Way = (question) => {
  if (question.kind === 'choose') {
    const entries = question.choices.flatMap((choice) => [choice, choice]);
    return run('kdialog', ['--menu', question.text, ...entries]);
  }
  const what = {
    open: '--getopenfilename',
    folder: '--getexistingdirectory',
    save: '--getsavefilename',
  }[question.kind];
  const many = question.many ? ['--multiple', '--separate-output'] : [];
  return run('kdialog', ['--title', question.text, what, question.path || '.', ...many]);
};

const terminal: Way = async (question) => {
  if (!process.stdin.isTTY) return undefined;
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  try {
    if (question.kind !== 'choose') {
      const hint = question.path ? ` [${question.path}]` : '';
      const path = await lines.question(`${question.text}${hint}, path or - to cancel: `);
      return path === '-' ? null : path || question.path || null;
    }
    const choices = question.choices.map((choice, index) => `${index + 1} ${choice}`).join(', ');
    const number = Number(await lines.question(`${question.text}\n${choices}: `));
    return question.choices[number - 1] ?? null;
  } finally {
    lines.close();
  }
};

function run(program: string, args: readonly string[]): Promise<string | null | undefined> {
  return new Promise((resolve) => {
    execFile(program, args, (error, stdout) => {
      if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') return resolve(undefined);
      const answer = stdout.replace(/\n+$/, '');
      resolve(error || answer === '' ? null : answer);
    });
  });
}
