import { ShellEmitter } from './shellEmitter.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** `nativeTheme`: what is set here reaches every page as the colour scheme it prefers. */
export class NativeTheme extends ShellEmitter {
  private source: ThemeSource = 'system';
  private systemIsDark = false;

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): ThemeSource {
    return this.source;
  }

  set themeSource(source: ThemeSource) {
    this.source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemIsDark : this.source === 'dark';
  }

  /** The scheme to emulate in a page; null leaves it to the system. */
  get emulated(): 'light' | 'dark' | null {
    return this.source === 'system' ? null : this.source;
  }

  /** A page that follows the system tells what the system prefers. */
  learnSystem(dark: boolean): void {
    if (dark === this.systemIsDark) return;
    this.systemIsDark = dark;
    if (this.source === 'system') this.emit('updated');
  }
}
