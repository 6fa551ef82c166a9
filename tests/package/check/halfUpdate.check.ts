import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mountSmallDisk } from '../../support/fullDisk.ts';
import { debianRoot, type EmptyRoot, filesBelow, rpmRoot } from './emptyRoot.ts';
import { inShort, nextVersion, packageFile, run, thisVersion, trial, writersEnv } from './trial.ts';

const kinds: ['deb' | 'rpm', (within?: string) => EmptyRoot][] = [['deb', debianRoot]];
if (!inShort && process.getuid?.() === 0) kinds.push(['rpm', rpmRoot]);

describe.each(kinds)('an upgrade by .%s that goes wrong', (format, emptyRoot) => {
  const programOf = ({ folder }: EmptyRoot) => filesBelow(join(folder, 'usr'));
  const versionOf = ({ folder }: EmptyRoot) =>
    run(join(folder, 'usr/bin/longhand'), ['--version'], writersEnv(join(trial, 'half-home'))).out;

  it('because the package is cut short, leaves the installed version working', () => {
    const system = emptyRoot();
    system.install(packageFile('now', format));
    const before = programOf(system);
    const whole = readFileSync(packageFile('next', format));
    const half = join(trial, `half.${format}`);
    writeFileSync(half, whole.subarray(0, Math.floor(whole.length * 0.6)));

    expect(() => system.install(half)).toThrow();
    expect(versionOf(system)).toBe(`${thisVersion}\n`);
    expect(programOf(system)).toEqual(before);
    system.install(packageFile('next', format));
    expect(versionOf(system)).toBe(`${nextVersion}\n`);
  });

  it.skipIf(inShort)('because the disk is full, does so too', ({ skip }) => {
    const disk = mountSmallDisk(mkdtempSync(join(trial, 'full-')), 32);
    if (disk === null) return skip('this user may not mount a disk to fill');
    try {
      const system = emptyRoot(disk.folder);
      system.install(packageFile('now', format));
      const before = programOf(system);
      disk.fill();
      expect(() => system.install(packageFile('next', format))).toThrow();
      disk.clear();
      expect(versionOf(system)).toBe(`${thisVersion}\n`);
      expect(programOf(system)).toEqual(before);
    } finally {
      disk.remove();
    }
  });
});
