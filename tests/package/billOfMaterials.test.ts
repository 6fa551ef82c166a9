import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, it } from 'vitest';
import { billOfMaterials } from '#package/inside/billOfMaterials.ts';
import { type Licence, licencesOf } from '#package/inside/licences.ts';

const parts: Licence[] = [
  { name: '@scope/one', version: '1.0.0', licence: 'MIT', text: 'Terms.', kind: 'library' },
  { name: 'two', version: '2.0.0', licence: '(MIT OR ISC)', text: 'Terms.', kind: 'library' },
  { name: 'A Face', version: '', licence: 'OFL-1.1', text: 'Terms.', kind: 'type face' },
];
const bill = (electron: string | null) =>
  billOfMaterials({
    name: 'longhand',
    version: '1.2.3',
    licence: 'MIT',
    electron,
    date: new Date(0),
    licences: parts,
    packages: [{ name: 'longhand.deb', sha256: 'ab'.repeat(32) }],
  });

it('lists what is in a package, each part named once and with its terms', () => {
  const { components, dependencies, serialNumber } = JSON.parse(bill('45.0.0'));
  const refs = components.map((part: Record<string, string>) => part['bom-ref']);
  expect(refs).toEqual([
    'pkg:npm/electron@45.0.0',
    'pkg:npm/%40scope/one@1.0.0',
    'pkg:npm/two@2.0.0',
    'type-face:A Face',
    'file:longhand.deb',
  ]);
  expect(components[2].licenses).toEqual([{ expression: '(MIT OR ISC)' }]);
  expect(dependencies[0].dependsOn).toEqual(refs.slice(0, 4));
  expect(serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-/);
});

it('is the same for the same package, and names no runtime that is not there', () => {
  expect(bill('45.0.0')).toBe(bill('45.0.0'));
  expect(bill(null)).not.toContain('electron');
});

it('is what CycloneDX’s own schema takes', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  expect(await validator.validate(bill('45.0.0'))).toBeNull();
  expect(await validator.validate(bill(null))).toBeNull();
  expect(await validator.validate(bill(null).replace('"MIT"', '"Mit or so"'))).not.toBeNull();
});

it('reads the terms of packages and type faces', () => {
  const found = licencesOf(process.cwd(), [
    join(process.cwd(), 'node_modules/better-sqlite3'),
    join(process.cwd(), 'node_modules/punycode.js'),
    // Names its terms nowhere but in them.
    join(process.cwd(), 'node_modules/khroma'),
  ]);
  expect(found.map(({ name }) => name)).toEqual([
    'better-sqlite3',
    'iA Writer Duo',
    'Inter',
    'khroma',
    'punycode.js',
    'Source Code Pro',
    'Source Serif 4',
  ]);
  for (const { licence, text } of found) {
    expect(licence).not.toBe('');
    expect(text.length).toBeGreaterThan(500);
  }
});
