import { app, session } from 'electron';

/** Nothing in the window reaches a network, whatever asks for it: a second wall behind the content policy. */
export function refuseNetwork(): void {
  const own = app.isPackaged ? ownSchemes : [...ownSchemes, 'devtools:'];
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !own.some((scheme) => details.url.startsWith(scheme)) });
  });
}

const ownSchemes = ['longhand:', 'data:', 'blob:'];
