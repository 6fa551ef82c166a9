import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installCommandLine } from '#main/commandLineTool.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('on macOS', () => {
  const install = (tools: string) =>
    installCommandLine({ platform: 'darwin', env: {}, tools, commands: join(folder, 'bin') });

  it('links the command, again for a program that moved', async () => {
    expect(await install('/Applications/Old.app')).toBe(join(folder, 'bin/longhand'));
    await install('/Applications/New.app');
    expect(readlinkSync(join(folder, 'bin/longhand'))).toBe('/Applications/New.app/longhand');
  });

  it('asks for an administrator where it may not write, with every path quoted', async () => {
    writeFileSync(join(folder, 'no-folder'), '');
    const commands = join(folder, 'no-folder', 'bin');
    const lines: string[] = [];
    await installCommandLine({
      platform: 'darwin',
      env: {},
      tools: "/Applications/It's.app",
      commands,
      asAdministrator: async (line) => void lines.push(line),
    });
    expect(lines).toEqual([
      `mkdir -p '${commands}' && ln -sfn '/Applications/It'\\''s.app/longhand' '${commands}/longhand'`,
    ]);
  });

  it('leaves another program’s command alone', async () => {
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/longhand'), '#!/bin/sh\n');
    await expect(install('/Applications/New.app')).rejects.toMatchObject({ code: 'exists' });
    expect(lstatSync(join(folder, 'bin/longhand')).isFile()).toBe(true);
  });
});

describe('on Windows', () => {
  const path = () => join(folder, 'Microsoft', 'WindowsApps', 'longhand.cmd');
  const install = (tools: string) =>
    installCommandLine({ platform: 'win32', env: { LOCALAPPDATA: folder }, tools });

  it('writes a file that calls the program and ends with its code', async () => {
    expect(await install('C:\\Old')).toBe(path());
    await install('C:\\New');
    const text = readFileSync(path(), 'utf8');
    expect(text).toContain('New');
    expect(text).not.toContain('Old');
    expect(text).toContain('%ERRORLEVEL%');
  });

  it('names the usual place of programs without the user’s name', async () => {
    await install(join(folder, 'Programs'));
    expect(readFileSync(path(), 'utf8')).toContain('"%LOCALAPPDATA%');
    expect(readFileSync(path(), 'utf8')).not.toContain(folder);
  });

  it('leaves another program’s command alone', async () => {
    mkdirSync(join(folder, 'Microsoft', 'WindowsApps'), { recursive: true });
    writeFileSync(path(), '@echo another');
    await expect(install('C:\\New')).rejects.toMatchObject({ code: 'exists' });
  });
});
