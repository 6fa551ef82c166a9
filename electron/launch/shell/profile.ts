import { existsSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Makes Chromium's profile ready: one that offers no translation, keeps no passwords and fetches no spelling dictionary.
 * A Chromium whose studio was killed takes a moment to end; resolves once it has let the profile go, or after 10 seconds.
 */
export async function prepareProfile(profile: string, spellCheck: boolean): Promise<void> {
  for (let waited = 0; waited < 10_000 && isHeld(profile); waited += 50) await sleep(50);
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({
      browser: { enable_spellchecking: spellCheck && process.platform === 'darwin' },
      spellcheck: { dictionaries: [] },
      translate: { enabled: false },
      credentials_enable_service: false,
    }),
  );
}

/** True while the process lives that Chromium's lock names, a link to `host-pid`. */
function isHeld(profile: string): boolean {
  try {
    const holder = readlinkSync(join(profile, 'SingletonLock'));
    process.kill(Number(holder.slice(holder.lastIndexOf('-') + 1)), 0);
    return true;
  } catch {
    return false;
  }
}
