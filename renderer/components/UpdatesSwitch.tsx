import { Switch } from '@base-ui/react/switch';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStudio } from './StudioContext.tsx';

/** Whether to look for newer versions unasked. Not shown by a copy that has nowhere to look. */
export function UpdatesSwitch() {
  const { about, preferences } = useStudio();
  const from = useStore(about.store, (state) => state.about?.updatesFrom ?? null);
  const isOn = useStore(preferences.store, (state) => state.lookForUpdates);
  useEffect(() => void about.load(), [about]);
  if (from === null) return null;
  return (
    <div className="field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch holds its own input. */}
      <label className="switch-line">
        <span>Look for newer versions</span>
        <Switch.Root
          className="switch"
          checked={isOn}
          aria-describedby="updates-help"
          onCheckedChange={(checked) => preferences.change({ lookForUpdates: checked })}
        >
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
      </label>
      <span id="updates-help" className="field-help">
        Asks {from} about once a week, and sends nothing but the question. Nothing is installed.
      </span>
    </div>
  );
}
