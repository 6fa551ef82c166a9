import { Switch } from '@base-ui/react/switch';
import { useStore } from 'zustand';
import type { Theme } from '#contract/preferences.ts';
import { BackupsPart } from './BackupsPart.tsx';
import { Choice, type ChoiceItem } from './Choice.tsx';
import { Field } from './Field.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';
import { UpdatesSwitch } from './UpdatesSwitch.tsx';
import { useTyped } from './useTyped.ts';

const themeItems: readonly ChoiceItem<Theme>[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const sizes = Array.from({ length: 12 }, (_, index) => String(13 + index));
const sizeItems = sizes.map((size) => ({ value: size, label: `${size} px` }));

/** What a writer sets once. */
export function PreferencesSheet() {
  const { sheets, preferences } = useStudio();
  const { theme, textSize, spellCheck, author } = useStore(preferences.store);
  const typedAuthor = useTyped(author, (value) => preferences.change({ author: value }));
  return (
    <Sheet title="Preferences" place="side" onClose={() => sheets.close('preferences')}>
      <div className="fields">
        <Field label="Theme" htmlFor="preference-theme">
          <Choice
            id="preference-theme"
            look="field"
            label="Theme"
            items={themeItems}
            value={theme}
            onChange={(next) => preferences.change({ theme: next })}
          />
        </Field>
        <Field label="Text size" htmlFor="preference-size">
          <Choice
            id="preference-size"
            look="field"
            label="Text size"
            items={sizeItems}
            value={String(textSize)}
            onChange={(next) => preferences.change({ textSize: Number(next) })}
          />
        </Field>
        <Field
          label="Author"
          htmlFor="preference-author"
          help="Named in the head of exported pages."
        >
          <input
            id="preference-author"
            className="input"
            type="text"
            dir="auto"
            autoComplete="off"
            aria-describedby="preference-author-help"
            {...typedAuthor}
          />
        </Field>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch holds its own input. */}
        <label className="switch-line">
          <span>Check spelling</span>
          <Switch.Root
            className="switch"
            checked={spellCheck}
            onCheckedChange={(checked) => preferences.change({ spellCheck: checked })}
          >
            <Switch.Thumb className="switch-thumb" />
          </Switch.Root>
        </label>
        <UpdatesSwitch />
        <BackupsPart />
      </div>
    </Sheet>
  );
}
