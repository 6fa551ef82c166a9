import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useStore } from 'zustand';
import type { StudioCommand } from '#contract/commands.ts';
import type { Layout } from '#contract/preferences.ts';
import { useStudio } from './StudioContext.tsx';

const views: readonly { layout: Layout; label: string; command: StudioCommand }[] = [
  { layout: 'editor', label: 'Editor', command: 'view.editor' },
  { layout: 'side-by-side', label: 'Both', command: 'view.sideBySide' },
  { layout: 'page', label: 'Page', command: 'view.page' },
];

/** Which of editor and page are shown. */
export function LayoutChoice() {
  const { preferences, commands } = useStudio();
  const layout = useStore(preferences.store, (state) => state.layout);
  return (
    <ToggleGroup className="layout-choice" aria-label="Show" value={[layout]}>
      {views.map((view) => (
        <Toggle
          key={view.layout}
          value={view.layout}
          className="bar-button"
          title={commands.withKey(view.command)}
          onClick={() => commands.run(view.command)}
        >
          {view.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
