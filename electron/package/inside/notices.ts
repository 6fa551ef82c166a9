import { identity } from '../identity.ts';
import type { Licence } from './licences.ts';

/** Our licence, Electron's, and that of everything in the bundles, as one text for people. */
export function noticesText(own: string, licences: readonly Licence[]): string {
  const others = licences.map(({ name, version, licence, text }) =>
    section([name, version, `(${licence})`].filter(Boolean).join(' '), text),
  );
  return [
    section(`${identity.name} (${identity.licence})`, own),
    section('Electron and Chromium', electronNotice),
    ...others,
  ].join('\n');
}

const electronNotice =
  'The licences of Electron and of the Chromium in it are the files LICENSE and LICENSES.chromium.html in the folder of the program.';

function section(title: string, text: string): string {
  return `${title}\n${'-'.repeat(title.length)}\n\n${text.trim()}\n\n`;
}
