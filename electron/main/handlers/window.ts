import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';
import { openOutside } from '../navigation.ts';

type WindowChannel = 'link.open' | 'window.title' | 'quit.allow';

export function windowHandlers({ window }: Desk): Pick<Handlers, WindowChannel> {
  return {
    'link.open': (address) => openOutside(address),
    'window.title'(title) {
      window.current().setTitle(title);
      return null;
    },
    'quit.allow'() {
      window.allowClosing();
      return null;
    },
  };
}
