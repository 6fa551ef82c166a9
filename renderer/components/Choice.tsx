import { Select } from '@base-ui/react/select';
import { ArrowDownUp, Check, ChevronDown } from 'lucide-react';
import type { Status } from '#contract/essay.ts';
import { StatusDot } from './StatusDot.tsx';
import { useStudio } from './StudioContext.tsx';

export interface ChoiceItem<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count?: number;
  /** Shows the status's dot before the label. */
  readonly status?: Status;
  /** Set apart from the items above it by a line. */
  readonly apart?: boolean;
}

interface ChoiceProps<T extends string> {
  /** What is chosen; read out, and not shown where the value says enough. */
  readonly label: string;
  readonly items: readonly ChoiceItem<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly id?: string;
  readonly disabled?: boolean;
  /** `field` fills its place in a form, `word` is a word in a line, `sign` shows arrows for a sort. */
  readonly look?: 'word' | 'field' | 'sign';
}

/** One of several, in a menu under the one that is chosen. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, items, value, onChange, id, disabled = false, look = 'word' } = props;
  const { popups } = useStudio();
  const chosen = items.find((item) => item.value === value);
  return (
    <Select.Root
      items={[...items]}
      value={value}
      disabled={disabled}
      onValueChange={(next) => next !== null && onChange(next)}
    >
      <Select.Trigger
        id={id}
        className="choice"
        data-look={look}
        aria-label={`${label}: ${chosen?.label ?? value}`}
      >
        {look === 'sign' ? (
          <ArrowDownUp size={14} strokeWidth={1.5} aria-hidden="true" />
        ) : (
          <>
            {chosen?.status && <StatusDot status={chosen.status} />}
            <span className="choice-value">{chosen?.label ?? value}</span>
            <ChevronDown size={12} strokeWidth={1.5} aria-hidden="true" />
          </>
        )}
      </Select.Trigger>
      <Select.Portal container={look === 'field' ? undefined : popups}>
        <Select.Positioner
          className="menu-place"
          sideOffset={4}
          alignItemWithTrigger={false}
          align="start"
          collisionPadding={8}
        >
          <Select.Popup className="menu">
            <Select.List className="menu-list">
              {items.map((item) => (
                <Select.Item
                  key={item.value}
                  value={item.value}
                  className="menu-item"
                  data-apart={item.apart}
                >
                  <span className="menu-check">
                    <Select.ItemIndicator>
                      <Check size={14} strokeWidth={1.75} aria-hidden="true" />
                    </Select.ItemIndicator>
                  </span>
                  {item.status && <StatusDot status={item.status} />}
                  <Select.ItemText className="menu-label">{item.label}</Select.ItemText>
                  {item.count !== undefined && (
                    <span className="menu-count">{item.count.toLocaleString('en')}</span>
                  )}
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
