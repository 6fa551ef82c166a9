import { TargetPath } from './TargetPath.tsx';
import type { TargetPart } from './TargetSheet.tsx';
import { TextField } from './TextField.tsx';

/** What only an HTML site has: the words at its top, and its page. */
export function TargetSite({ settings: { site }, change }: TargetPart) {
  const say = (patch: Partial<typeof site>) => change({ site: { ...site, ...patch } });
  return (
    <>
      <TextField
        id="target-heading"
        label="Heading of the site"
        value={site.heading}
        onType={(heading) => say({ heading })}
      />
      <TextField
        id="target-introduction"
        label="What you write about, and why"
        value={site.introduction}
        rows={2}
        onType={(introduction) => say({ introduction })}
      />
      <TargetPath
        label="Page template"
        path={site.template}
        help="An HTML file with {{main}} and other places in it."
        ask="targets.chooseTemplate"
        none="The one that comes with the studio."
        onChoose={(template) => say({ template })}
      />
    </>
  );
}
