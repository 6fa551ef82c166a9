import { expect, it } from 'vitest';
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
