import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { macDetails } from '#package/macos/macDetails.ts';
import { macSigning, windowsSigning } from '#package/signing.ts';

const apple = {
  LONGHAND_APPLE_ID: 'writer@example.org',
  LONGHAND_APPLE_PASSWORD: 'secret',
  LONGHAND_APPLE_TEAM: 'TEAM',
};

it('nothing set signs nothing', () => {
  expect(macSigning({ LONGHAND_APPLE_ID: '' })).toBeNull();
  expect(windowsSigning({})).toBeNull();
});

it('an identity signs, and an account with it notarises', () => {
  const named = { LONGHAND_MAC_IDENTITY: 'Developer ID Application: A' };
  expect(macSigning(named)?.notary).toBeNull();
  expect(macSigning({ ...named, ...apple })?.notary?.teamId).toBe('TEAM');
});

it('half of what is needed is refused, by name and without its value', () => {
  const half = { LONGHAND_MAC_IDENTITY: 'A', ...apple, LONGHAND_APPLE_PASSWORD: '' };
  expect(() => macSigning(half)).toThrow(
    'LONGHAND_APPLE_ID and LONGHAND_APPLE_TEAM are set and LONGHAND_APPLE_PASSWORD is not.',
  );
  expect(() => macSigning(apple)).toThrow('LONGHAND_MAC_IDENTITY is not');
  expect(() => windowsSigning({ LONGHAND_WINDOWS_PASSWORD: 'secret' })).toThrow(
    /^LONGHAND_WINDOWS_PASSWORD is set and LONGHAND_WINDOWS_CERTIFICATE is not\./,
  );
  expect(() => windowsSigning({ LONGHAND_WINDOWS_PASSWORD: 'secret' })).not.toThrow('secret');
});

it('on macOS a named signature has the hardened runtime with one right, and every other is for the machine alone', () => {
  const named = { identity: 'Developer ID Application: A', notary: null };
  const { osxSign, osxNotarize } = macDetails(named, 'darwin');
  expect(osxSign).toMatchObject({ identity: named.identity, continueOnError: false });
  expect(osxNotarize).toBeUndefined();
  const options = (
    osxSign as { optionsForFile: (path: string) => Record<string, unknown> }
  ).optionsForFile('Longhand.app');
  expect(options.hardenedRuntime).toBe(true);
  const rights = readFileSync(options.entitlements as string, 'utf8');
  expect([...rights.matchAll(/<key>(.+)<\/key>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
  ]);

  expect(macDetails(null, 'darwin').osxSign).toMatchObject({
    identity: '-',
    identityValidation: false,
  });
  expect(macDetails(named, 'linux').osxSign).toBeUndefined();
  const notary = { appleId: 'writer@example.org', appleIdPassword: 'secret', teamId: 'TEAM' };
  expect(macDetails({ ...named, notary }, 'darwin').osxNotarize).toEqual(notary);
});
