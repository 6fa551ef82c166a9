import { EventEmitter } from 'node:events';
import { readAccelerator } from './accelerator.ts';
import type { App } from './app.ts';
import { exactly } from './exactly.ts';
import type { PageAccelerator } from './pageSide.ts';

interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly Template[];
  readonly click?: (item: MenuItem, window: object | undefined, event: object) => void;
}
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly type: string;
  readonly accelerator: string | null;
  readonly registerAccelerator: boolean;
  readonly visible: boolean;
  enabled: boolean;
  checked: boolean;
  readonly submenu: Menu | null;
  click(event?: object, window?: Closable): void;
}
interface Menu {
  readonly items: readonly MenuItem[];
  getMenuItemById(id: string): MenuItem | null;
}
interface Closable {
  close(): void;
  minimize(): void;
}

export type ShellMenu = ReturnType<typeof createMenu>;

/** `Menu`: nothing is drawn, but every item can be chosen by its key, and by whoever finds it. */
export function createMenu(app: App) {
  const changes = new EventEmitter();
  let current: Menu | null = null;

  function build(template: readonly Template[]): Menu {
    const items = template.map(buildItem);
    return exactly('Menu.prototype', {
      items,
      getMenuItemById: (id: string) => flatten(items).find((item) => item.id === id) ?? null,
    });
  }

  function buildItem(entry: Template): MenuItem {
    const type = entry.type ?? (entry.submenu ? 'submenu' : 'normal');
    const item: MenuItem = exactly('MenuItem.prototype', {
      id: entry.id ?? '',
      label: entry.label ?? '',
      role: entry.role ?? '',
      type,
      accelerator: entry.accelerator ?? roleKeys[entry.role ?? ''] ?? null,
      registerAccelerator: entry.registerAccelerator ?? true,
      visible: entry.visible ?? true,
      enabled: entry.enabled ?? true,
      checked: entry.checked ?? false,
      submenu: entry.submenu ? build(entry.submenu) : null,
      click(event: object = {}, window?: Closable) {
        if (!item.enabled) return;
        if (type === 'checkbox') item.checked = !item.checked;
        if (type === 'radio') item.checked = true;
        if (entry.role === 'quit') return app.quit();
        if (entry.role === 'close') return window?.close();
        if (entry.role === 'minimize') return window?.minimize();
        if (entry.click) return entry.click(item, window, event);
        if (entry.role) throw new Error(`the Chromium shell cannot do the role '${entry.role}'`);
      },
    });
    return item;
  }

  const withKeys = () => (current ? flatten(current.items).filter(hasKey) : []);

  return {
    changes,
    Menu: {
      buildFromTemplate: build,
      setApplicationMenu(menu: Menu | null): void {
        current = menu;
        changes.emit('changed');
      },
      getApplicationMenu: (): Menu | null => current,
    },
    accelerators: (): PageAccelerator[] =>
      withKeys().map((item, index) => ({
        index,
        ...readAccelerator(item.accelerator ?? ''),
      })),
    /** Chooses the item whose key a page was given under this index. */
    choose(index: number, window: Closable): void {
      withKeys()[index]?.click({ triggeredByAccelerator: true }, window);
    },
  };
}

function hasKey(item: MenuItem): boolean {
  return item.accelerator !== null && item.registerAccelerator && item.visible;
}

function flatten(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...(item.submenu ? flatten(item.submenu.items) : [])]);
}

/** Roles whose keys Chromium does not bring itself. Those of editing and text size it has. */
const roleKeys: Record<string, string> = {
  quit: 'CmdOrCtrl+Q',
  close: 'CmdOrCtrl+W',
  minimize: 'CmdOrCtrl+M',
};
