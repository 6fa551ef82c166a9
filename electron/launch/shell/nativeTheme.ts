import { ShellEmitter } from './shellEmitter.ts';

type ThemeSource = 'system' | 'light' | 'dark';
export type ShellNativeTheme = ReturnType<typeof createNativeTheme>;

/** `nativeTheme`: what is set here reaches every page as its preferred colour scheme. */
export function createNativeTheme() {
  const emitter = new ShellEmitter('nativeTheme', ['updated']);
  let source: ThemeSource = 'system';
  let systemIsDark = false;
  const isDark = () => (source === 'system' ? systemIsDark : source === 'dark');
  return Object.assign(emitter, {
    themeSource: source,
    shouldUseDarkColors: false,
    /** The scheme a page is to prefer; null leaves it to the system. */
    scheme: (): 'light' | 'dark' | null => (source === 'system' ? null : source),
    /** A page that follows the system tells what the system prefers. */
    learnSystem(dark: boolean): void {
      if (dark === systemIsDark) return;
      systemIsDark = dark;
      if (source === 'system') emitter.emit('updated');
    },
    ...withAccessors(),
  });

  function withAccessors() {
    queueMicrotask(() => {});
    return {
      get themeSource() {
        return source;
      },
      isDark,
    };
  }
}
