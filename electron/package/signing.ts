import { PackagingError } from './packagingError.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** How a macOS package is signed and notarised; null where no variable says so: then it is signed ad hoc. */
export interface MacSigning {
  readonly identity: string;
  readonly notary: {
    readonly appleId: string;
    readonly appleIdPassword: string;
    readonly teamId: string;
  } | null;
}

/** LONGHAND_MAC_IDENTITY signs; with all three of LONGHAND_APPLE_ID, _PASSWORD and _TEAM it is notarised too. Throws when they are half set. */
export function macSigning(env: Env): MacSigning | null {
  const identity = env.LONGHAND_MAC_IDENTITY || null;
  const notary = allOrNone(env, [
    'LONGHAND_APPLE_ID',
    'LONGHAND_APPLE_PASSWORD',
    'LONGHAND_APPLE_TEAM',
  ]);
  if (identity === null) {
    if (notary === null) return null;
    throw new PackagingError(
      'LONGHAND_APPLE_ID is set and LONGHAND_MAC_IDENTITY is not: only what is signed can be notarised. Set it as well, or neither.',
    );
  }
  if (notary === null) return { identity, notary: null };
  const [appleId, appleIdPassword, teamId] = notary as [string, string, string];
  return { identity, notary: { appleId, appleIdPassword, teamId } };
}

/** How Windows programs are signed; null where no variable says so. */
export interface WindowsSigning {
  readonly certificateFile: string;
  readonly certificatePassword: string;
}

/** LONGHAND_WINDOWS_CERTIFICATE names a .pfx file, LONGHAND_WINDOWS_PASSWORD opens it. Throws when only one is set. */
export function windowsSigning(env: Env): WindowsSigning | null {
  const both = allOrNone(env, ['LONGHAND_WINDOWS_CERTIFICATE', 'LONGHAND_WINDOWS_PASSWORD']);
  if (both === null) return null;
  const [certificateFile, certificatePassword] = both as [string, string];
  return { certificateFile, certificatePassword };
}

function allOrNone(env: Env, names: readonly string[]): string[] | null {
  const unset = names.filter((name) => !env[name]);
  if (unset.length === names.length) return null;
  if (unset.length === 0) return names.map((name) => env[name]!);
  const set = names.filter((name) => env[name]);
  const are = (list: readonly string[]) =>
    `${list.join(' and ')} ${list.length > 1 ? 'are' : 'is'}`;
  throw new PackagingError(
    `${are(set)} set and ${are(unset)} not. Set all of them to sign, or none.`,
  );
}
