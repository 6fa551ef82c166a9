import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Start {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** One process for one folder: a lock file names it, and a local socket takes what a second start hands over. */
export function createInstanceLock() {
  let lockFile: string | null = null;
  let server: Server | null = null;
  let handOver: Promise<void> = Promise.resolve();

  return {
    /** True for the first process. A second one gets false, and `message` is on its way to the first. */
    request(
      folder: string,
      { message, onSecond }: { message: Start; onSecond: (second: Start) => void },
    ): boolean {
      if (lockFile) return true;
      mkdirSync(folder, { recursive: true });
      const file = join(folder, 'shell.lock');
      const address = socketAddress(folder);
      if (!takeLock(file)) {
        handOver = send(address, message);
        return false;
      }
      lockFile = file;
      server = listen(address, onSecond);
      return true;
    },
    /** Resolves once a second start has told the first, or cannot. */
    handedOver: (): Promise<void> => handOver,
    release(): void {
      server?.close();
      if (lockFile) rmSync(lockFile, { force: true });
      lockFile = null;
    },
  };
}

function takeLock(file: string): boolean {
  const mine = JSON.stringify({
    pid: process.pid,
    started: startOf(process.pid),
  });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isHeld(file)) return false;
      rmSync(file, { force: true });
    }
  }
  return false;
}

function isHeld(file: string): boolean {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as {
      pid: number;
      started: string;
    };
    process.kill(holder.pid, 0);
    return holder.pid !== process.pid && startOf(holder.pid) === holder.started;
  } catch {
    return false;
  }
}

/** When a process began, so that a pid used again is not taken for the one that died; '' where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Short, because a socket's path is limited to about 100 bytes wherever the folder is. */
function socketAddress(folder: string): string {
  const name = `longhand-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string, onSecond: (second: Start) => void): Server {
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('end', () => onSecond(JSON.parse(text) as Start));
    socket.on('error', () => {});
  });
  server.listen(address);
  server.unref();
  return server;
}

function send(address: string, message: Start): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address, () => socket.end(JSON.stringify(message)));
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
    socket.setTimeout(2_000, () => socket.destroy());
  });
}
