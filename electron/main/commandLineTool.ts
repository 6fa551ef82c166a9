import { execFile } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StudioError } from '#contract/errors.ts';

interface Where {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** The package's folder that holds the command. */
  readonly tools: string;
  /** Where commands of every user are on macOS. */
  readonly commands?: string;
  /** Runs a shell's line as an administrator, after asking for the password. */
  readonly asAdministrator?: (line: string) => Promise<void>;
}

/**
 * Puts `longhand` where terminals look for commands, and gives its path: on macOS a link in /usr/local/bin, on Windows
 * a small file in the user's own folder of commands. Throws `exists` for another program's command of that name, and
 * `no-permission` when the writer does not let it.
 */
export async function installCommandLine(where: Where): Promise<string> {
  return where.platform === 'win32' ? writeShim(where) : link(where);
}

function writeShim({ env, tools }: Where): string {
  const data = env.LOCALAPPDATA ?? '';
  const path = join(data, 'Microsoft', 'WindowsApps', 'longhand.cmd');
  const tool = join(tools, 'longhand.cmd');
  // What a user is called need not be in the letters that such files are read in.
  const named = data && tool.startsWith(data) ? `%LOCALAPPDATA%${tool.slice(data.length)}` : tool;
  if (!isOurs(path, () => readFileSync(path, 'utf8').startsWith(mark))) refuse(path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${mark}\r\n@call "${named}" %*\r\n@exit /b %ERRORLEVEL%\r\n`);
  return path;
}

const mark = '@rem Made by Longhand.';

async function link({
  tools,
  commands = '/usr/local/bin',
  asAdministrator = askMac,
}: Where): Promise<string> {
  const path = join(commands, 'longhand');
  const tool = join(tools, 'longhand');
  if (!isOurs(path, () => lstatSync(path).isSymbolicLink())) refuse(path);
  try {
    mkdirSync(commands, { recursive: true });
    rmSync(path, { force: true });
    symlinkSync(tool, path);
  } catch {
    const [folder, from, to] = [commands, tool, path].map(quoted);
    await asAdministrator(`mkdir -p ${folder} && ln -sfn ${from} ${to}`);
  }
  return path;
}

/** True where there is nothing, or what an earlier version put there. */
function isOurs(path: string, test: () => boolean): boolean {
  try {
    lstatSync(path);
  } catch {
    return true;
  }
  return test();
}

function refuse(path: string): never {
  throw new StudioError(
    'exists',
    `“${path}” is another program’s command.`,
    'It was left as it is. Take it away and try again.',
  );
}

async function askMac(line: string): Promise<void> {
  const script = `do shell script ${JSON.stringify(line)} with administrator privileges`;
  try {
    await promisify(execFile)('/usr/bin/osascript', ['-e', script]);
  } catch (cause) {
    throw new StudioError(
      'no-permission',
      'The command was not installed: it needs an administrator’s password.',
      '',
      { cause },
    );
  }
}

/** A word for a shell, whatever is in it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
