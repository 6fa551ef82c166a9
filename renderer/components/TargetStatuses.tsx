import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { type Status, statuses } from '#contract/essay.ts';
import { statusWords } from '#renderer/state/statusWords.ts';
import type { TargetPart } from './TargetSheet.tsx';
import { TextField } from './TextField.tsx';

/** Which essays go to the target. */
export function TargetStatuses({ settings: { chosen }, change }: TargetPart) {
  return (
    <>
      <div className="field">
        <span className="field-label" id="target-statuses">
          Essays that go there
        </span>
        <ToggleGroup
          className="status-choice"
          multiple
          aria-labelledby="target-statuses"
          value={[...chosen.statuses]}
          onValueChange={(next) => {
            const wanted = new Set<string>(next);
            const kept: Status[] = statuses.filter((status) => wanted.has(status));
            change({ chosen: { ...chosen, statuses: kept } });
          }}
        >
          {statuses.map((status) => (
            <Toggle key={status} value={status} className="plain-button">
              {statusWords[status]}
            </Toggle>
          ))}
        </ToggleGroup>
      </div>
      <TextField
        id="target-tag"
        label="Only with the tag"
        value={chosen.tag}
        help={chosen.tag === '' ? 'All of them if you give none.' : undefined}
        onType={(tag) => change({ chosen: { ...chosen, tag: tag.trim() } })}
      />
    </>
  );
}
