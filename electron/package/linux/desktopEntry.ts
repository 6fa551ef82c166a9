import { identity } from '../identity.ts';

/** The entry in a desktop's menu. It offers to open Markdown files; desktops make a program the default only when asked to. */
export function desktopEntry(program: string): string {
  return `[Desktop Entry]
Type=Application
Name=${identity.name}
GenericName=Essay Studio
Comment=${identity.summary}
Exec=${program} %F
Icon=${identity.id}
Terminal=false
StartupNotify=true
StartupWMClass=${identity.name}
Categories=Office;WordProcessor;Publishing;
Keywords=${identity.keywords.join(';')};
MimeType=text/markdown;
`;
}
