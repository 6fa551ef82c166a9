import { ipcMain } from 'electron';
import { channels } from '#contract/requests.ts';
import { answerRequest, type Handlers } from './answerRequest.ts';
import { isStudioFrame } from './studioFrame.ts';
import type { StudioWindow } from './window.ts';

/** The one place where requests of the window arrive: who sent it is checked here, what came is parsed in answerRequest. */
export function answerWindow(handlers: Handlers, window: StudioWindow): void {
  for (const channel of channels) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => {
      const isOwn = window.isOwn(event.sender) && isStudioFrame(event.senderFrame);
      if (!isOwn) throw new Error(`A request came from a foreign frame: ${channel}`);
      window.heard();
      return answerRequest(handlers, channel, args);
    });
  }
}
