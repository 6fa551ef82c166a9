import { shell } from 'electron';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';
import { outsideAddress } from '../outsideAddress.ts';

type WindowChannel = Extract<keyof Handlers, 'link.open' | 'window.title' | `quit.${string}`>;

export function windowHandlers({ window }: Desk): Pick<Handlers, WindowChannel> {
  return {
    async 'link.open'(address) {
      await shell.openExternal(outsideAddress(address));
      return null;
    },
    'window.title'(title) {
      window.current().setTitle(title);
      return null;
    },
    'quit.allow'() {
      window.allowClosing();
      return null;
    },
    'quit.hold'() {
      window.holdClosing();
      return null;
    },
    'quit.stay'() {
      window.stayOpen();
      return null;
    },
  };
}
