import { app, type BrowserWindow, dialog } from 'electron';
import { type Closing, createClosing } from './closing.ts';

/** Keeps a window from closing, and the program from quitting, until what was typed is saved. */
export interface ClosingGuard {
  /** Guards a window from the moment `isUp` says that its page is there to be asked. */
  readonly watch: (
    window: BrowserWindow,
    page: { readonly isUp: () => boolean; readonly askToSave: () => void },
  ) => Closing;
}

export function waitForSavingOnQuit(): ClosingGuard {
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });

  return {
    watch(window, { isUp, askToSave }) {
      let allowed = false;
      const closing = createClosing({
        askWindow: askToSave,
        askWriter: () => askWriter(window),
        patience: 10_000,
      });
      window.on('close', async (event) => {
        if (allowed || !isUp()) return;
        event.preventDefault();
        const quits = quitting;
        quitting = false;
        if (!(await closing.request()) || window.isDestroyed()) return;
        allowed = true;
        if (quits) app.quit();
        else window.close();
      });
      return closing;
    },
  };
}

async function askWriter(window: BrowserWindow): Promise<'leave' | 'stay'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The last changes have not been saved yet.',
    detail: 'If you close now, they are lost.',
    buttons: ['Stay', 'Close Without Saving'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1 ? 'leave' : 'stay';
}
