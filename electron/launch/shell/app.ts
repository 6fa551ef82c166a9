import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from './browserWindow.ts';
import { exactly } from './exactly.ts';
import { createInstanceLock } from './instanceLock.ts';
import type { ShellOptions } from './options.ts';
import { ShellEmitter } from './shellEmitter.ts';

interface Running {
  readonly windows: () => BrowserWindow[];
  readonly close: () => Promise<void>;
}

/** `app`: the life of the program, its names and its places. */
export class App extends ShellEmitter {
  readonly isPackaged: boolean;
  readonly commandLine = exactly('app.commandLine', {
    hasSwitch: (name: string): boolean =>
      process.argv.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)),
  });
  private readonly options: ShellOptions;
  private readonly paths = new Map<string, string>();
  private readonly lock = createInstanceLock();
  private readonly ready: Promise<void>;
  private running: Running = { windows: () => [], close: async () => {} };
  private programName: string;
  private quitting = false;

  constructor(options: ShellOptions) {
    super('app', events);
    this.options = options;
    this.isPackaged = options.packaged;
    this.programName = options.name;
    // Electron is ready once its entry module has run.
    this.ready = new Promise((resolve) => setTimeout(resolve, 0));
    this.ready.then(() => this.emit('ready'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let times = 0;
      process.on(signal, () => {
        times += 1;
        if (times === 1) this.quit();
        else void this.exit(1);
      });
    }
  }

  runOn(running: Running): void {
    this.running = running;
  }

  whenReady(): Promise<void> {
    return this.ready;
  }

  get name(): string {
    return this.programName;
  }

  getName(): string {
    return this.programName;
  }

  setName(name: string): void {
    this.programName = name;
  }

  getVersion(): string {
    return this.options.version;
  }

  getAppPath(): string {
    return this.options.project;
  }

  setAppUserModelId(_id: string): void {
    // Windows groups a program's windows by it; here they are Chromium's.
  }

  enableSandbox(): void {
    // Chromium's pages always are, except for root on Linux, where its sandbox cannot start.
  }

  getPath(name: string): string {
    const path = this.paths.get(name) ?? this.usualPath(name);
    if (path === undefined) throw new Error(`the Chromium shell has no app.getPath('${name}')`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  requestSingleInstanceLock(additionalData?: object): boolean {
    return this.lock.request(this.getPath('userData'), {
      message: {
        argv: process.argv,
        workingDirectory: process.cwd(),
        additionalData,
      },
      onSecond: (second) =>
        this.emit(
          'second-instance',
          {},
          second.argv,
          second.workingDirectory,
          second.additionalData,
        ),
    });
  }

  releaseSingleInstanceLock(): void {
    this.lock.release();
  }

  /** Ends the program unless a listener of `before-quit` or a window prevents it. */
  quit(): void {
    if (this.quitting) return;
    if (this.emitPreventable('before-quit', {})) return;
    this.quitting = true;
    for (const window of this.running.windows()) {
      window.close();
      if (!window.isDestroyed()) {
        this.quitting = false;
        return;
      }
    }
    if (this.emitPreventable('will-quit', {})) {
      this.quitting = false;
      return;
    }
    void this.exit(0);
  }

  /** Ends the program at once, asking nobody. */
  async exit(code = 0): Promise<void> {
    this.quitting = true;
    this.emit('quit', {}, code);
    await Promise.race([this.end(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    process.exit(code);
  }

  windowClosed(): void {
    if (this.quitting || this.running.windows().length > 0) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  private async end(): Promise<void> {
    await this.lock.handedOver();
    await this.running.close();
    this.lock.release();
  }

  private usualPath(name: string): string | undefined {
    const home = homedir();
    const places: Record<string, string> = {
      home,
      appData: appData(home),
      userData: join(appData(home), this.programName),
      temp: tmpdir(),
      documents: join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      desktop: join(home, 'Desktop'),
      exe: process.execPath,
    };
    return places[name];
  }
}

function appData(home: string): string {
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env.APPDATA ?? join(home, 'AppData', 'Roaming');
  return process.env.XDG_CONFIG_HOME ?? join(home, '.config');
}

const events = [
  'ready',
  'activate',
  'open-file',
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
  'browser-window-created',
];
