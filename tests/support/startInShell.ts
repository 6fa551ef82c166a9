import { type ChildProcess, fork, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Answer, Order } from '#launch/shell/orders.ts';
import type { CallMain, Started } from './studio.ts';

/**
 * Starts the studio as `npm start -- --headless` does, or an installed program, and reaches its page over a local
 * socket: no port is opened.
 */
export async function startInShell(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  program?: string,
): Promise<Started> {
  const child = start(args, env, program);
  const output = collect(child);
  const exited = new Promise<number | null>((done) => child.on('exit', done));
  const order = takeAnswers(child, exited, output);

  const endpoint = (await order({ kind: 'bind' })) as string;
  const browser = await chromium.connect(endpoint);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/^https:\/\/studio\.longhand\.invalid\//);

  return {
    page,
    main: (async (call, argument) =>
      order({ kind: 'call', source: String(call), argument })) as CallMain,
    output,
    exited,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async startAgain(again) {
      const second = start(again, env, program);
      const said = collect(second);
      const code = await new Promise<number | null>((done) => second.on('exit', done));
      return { code, output: said() };
    },
  };
}

function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  program: string | undefined,
): ChildProcess {
  if (program) return spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const entry = resolve(import.meta.dirname, '../../electron/launch/start.ts');
  return fork(entry, ['--headless', ...args], {
    env,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return () => text;
}

type Wanted = Order extends infer O ? (O extends { id: number } ? Omit<O, 'id'> : never) : never;

function takeAnswers(child: ChildProcess, exited: Promise<number | null>, output: () => string) {
  let lastId = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  return async (wanted: Wanted): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    child.send({ id, ...wanted });
    const answer = await Promise.race([answered, exited]);
    waiting.delete(id);
    if (answer === null || typeof answer === 'number') {
      throw new Error(`The studio ended (${answer}).\n${output()}`);
    }
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };
}
