import { identity } from '../identity.ts';

/** What software centres show of the studio, as AppStream has it. */
export function appStreamMetadata({
  version,
  date,
  changes,
}: {
  readonly version: string;
  readonly date: Date;
  readonly changes: readonly string[];
}): string {
  const day = date.toISOString().slice(0, 10);
  const paragraphs = identity.description.map((text) => `    <p>${escaped(text)}</p>`).join('\n');
  const items = changes.map((text) => `          <li>${escaped(text)}</li>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${identity.id}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>${identity.licence}</project_license>
  <name>${identity.name}</name>
  <summary>${escaped(identity.summary)}</summary>
  <description>
${paragraphs}
  </description>
  <developer_name>The Longhand authors</developer_name>
  <launchable type="desktop-id">${identity.id}.desktop</launchable>
  <provides>
    <binary>${identity.command}</binary>
    <mediatype>text/markdown</mediatype>
  </provides>
  <keywords>
${identity.keywords.map((word) => `    <keyword>${word}</keyword>`).join('\n')}
  </keywords>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="${version}" date="${day}">
      <description>
        <ul>
${items}
        </ul>
      </description>
    </release>
  </releases>
</component>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
