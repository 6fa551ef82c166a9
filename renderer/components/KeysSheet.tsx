import { commandGroups } from '#contract/commands.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

const listKeys: readonly { readonly label: string; readonly key: string }[] = [
  { label: 'Next pane', key: 'F6' },
  { label: 'Open the selected essay', key: 'Enter' },
  { label: 'Rename it', key: 'F2' },
  { label: 'Select several', key: 'Shift+↑ ↓' },
  { label: 'Move it to the trash', key: 'Delete' },
];

/** Every key there is. */
export function KeysSheet() {
  const { sheets, commands } = useStudio();
  const groups = commandGroups.map((group) => ({
    name: group as string,
    keys: commands.all.filter((each) => each.group === group && each.key !== ''),
  }));
  const all = [...groups, { name: 'Library list', keys: listKeys }];
  return (
    <Sheet title="Keys" place="side" read onClose={() => sheets.close('keys')}>
      {all
        .filter(({ keys }) => keys.length > 0)
        .map(({ name, keys }) => (
          <section key={name} className="keys-group">
            <h3 className="report-head">{name}</h3>
            <dl className="keys">
              {keys.map(({ label, key }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <kbd>{key}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </Sheet>
  );
}
