import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { commandTable, type StudioCommand, studioCommands } from '#contract/commands.ts';
import { menuTemplate } from '#main/menuTemplate.ts';

const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);

const menuOn = (platform: NodeJS.Platform, choose: (command: StudioCommand) => void = () => {}) =>
  flatten(menuTemplate({ platform, packaged: true, choose, installCommandLine: null }));

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it('has every command once', () => {
    const ids = menuOn(platform).flatMap((item) => item.id ?? []);
    expect(ids.toSorted()).toEqual([...studioCommands].toSorted());
  });

  it('has the keys the window shows for them', () => {
    for (const item of menuOn(platform)) {
      if (!item.id) continue;
      const { key } = commandTable[item.id as StudioCommand];
      expect([item.id, item.accelerator ?? '']).toEqual([item.id, inElectronsNotation(key)]);
    }
  });

  it('gives no key to two items', () => {
    const keys = menuOn(platform).flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no developer tools in a package', () => {
    expect(menuOn(platform).map((item) => item.role)).not.toContain('toggleDevTools');
  });
});

it('tells which command was chosen', () => {
  const chosen: StudioCommand[] = [];
  const items = menuOn('linux', (command) => chosen.push(command));
  const item = items.find(({ id }) => id === 'view.page');
  (item!.click as unknown as () => void)();
  expect(chosen).toEqual(['view.page']);
});

it('keeps macOS’s program menu, and quits from File elsewhere', () => {
  const roles = (platform: NodeJS.Platform) =>
    menuTemplate({ platform, packaged: true, choose: () => {}, installCommandLine: null }).map(
      (item) => item.role,
    );
  expect(roles('darwin')[0]).toBe('appMenu');
  expect(roles('linux')).not.toContain('appMenu');
});

/** `Mod-Shift-k` as Electron writes it. */
function inElectronsNotation(key: string): string {
  if (key === '') return '';
  const [, modifiers, last] = /^((?:(?:Mod|Shift|Alt)-)*)(.+)$/.exec(key)!;
  const name = last!.length === 1 ? last!.toUpperCase() : last!;
  return `${modifiers!.replace('Mod-', 'CmdOrCtrl+').replaceAll('-', '+')}${name}`;
}
