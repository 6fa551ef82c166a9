/** What is known before an engine is chosen. The functions are called only when their answer decides. */
export interface Facts {
  readonly headless: boolean;
  /** LONGHAND_ENGINE: asks for one engine and no other. */
  readonly wanted: string | undefined;
  /** Linux without DISPLAY and WAYLAND_DISPLAY. */
  readonly hasDisplay: boolean;
  readonly electron: () => string | null;
  readonly download: () => Promise<string | null>;
  readonly chromium: () => string | null;
}

export type Engine =
  | {
      readonly kind: 'electron' | 'chromium';
      readonly path: string;
      readonly why: string;
    }
  | { readonly kind: 'none'; readonly why: string };

/** Electron when its binary is here or can be had, else an installed Chromium; `why` is one line for the person who started it. */
export async function chooseEngine(facts: Facts): Promise<Engine> {
  if (!facts.headless && !facts.hasDisplay) return { kind: 'none', why: noDisplay };
  if (facts.headless) {
    if (facts.wanted === 'electron') return { kind: 'none', why: noHeadlessElectron };
    return onChromium(facts, 'Electron has no headless mode');
  }
  if (facts.wanted === 'chromium') return onChromium(facts, 'LONGHAND_ENGINE asks for it');
  const here = facts.electron();
  if (here) return { kind: 'electron', path: here, why: 'Starting in Electron.' };
  const downloaded = await facts.download();
  if (downloaded) {
    return {
      kind: 'electron',
      path: downloaded,
      why: 'Starting in Electron, just downloaded.',
    };
  }
  if (facts.wanted === 'electron') return { kind: 'none', why: noElectron };
  return onChromium(facts, "Electron's binary is not here and cannot be downloaded");
}

function onChromium(facts: Facts, reason: string): Engine {
  const path = facts.chromium();
  if (!path) return { kind: 'none', why: noChromium };
  return {
    kind: 'chromium',
    path,
    why: `Starting in the Chromium shell (${path}): ${reason}.`,
  };
}

const noDisplay =
  'There is no display to open a window on. Run `npm run demo` to see the studio in pictures, or `xvfb-run npm start` for a display in memory.';
const noElectron =
  "Electron's binary is not here and cannot be downloaded. Leave LONGHAND_ENGINE unset to start in Chromium.";
const noHeadlessElectron =
  'Electron has no headless mode. Leave LONGHAND_ENGINE unset, or start without --headless.';
const noChromium =
  'No Chromium, Chrome or Edge was found. Install one (Debian and Ubuntu: `sudo apt install chromium`; macOS: `brew install --cask chromium`), or set CHROMIUM_PATH to it.';
