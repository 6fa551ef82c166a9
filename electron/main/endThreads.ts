import { app } from 'electron';
import { stopLibraryThreads } from '#library/libraryThread.ts';

/** Milliseconds. What has not ended by then is left to its fate: a program that does not quit is worse. */
const patience = 10_000;

/** When the program quits, closes what is open, and has it end only once every thread with a library in it has. */
export function endThreadsOnQuit(close: () => void): void {
  let state: 'open' | 'ending' | 'ended' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    close();
    const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
    void Promise.race([stopLibraryThreads(), late]).then(() => {
      state = 'ended';
      app.quit();
    });
  });
}
