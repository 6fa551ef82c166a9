import { openBareEditor } from './bareEditor.ts';
import { openWholePage } from './wholePage.ts';

/** What the bench calls in the page. */
export interface Peers {
  readonly openBareEditor: typeof openBareEditor;
  readonly openWholePage: typeof openWholePage;
}

Object.assign(window, { peers: { openBareEditor, openWholePage } satisfies Peers });
