import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef, useState } from 'react';

interface SplitProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What an arrow key moves it by. */
  readonly step: number;
  /** The value for a pointer at `x`, given the box that the split divides. */
  readonly place: (x: number, around: DOMRect) => number;
  readonly onChange: (value: number) => void;
  /** Shows its hairline only under the pointer and the focus. */
  readonly quiet?: boolean;
}

/** A hairline between two panes with a wide grip: dragged, or moved by arrow keys; Home, End and a double click go to its ends and middle. */
export function Split({ label, value, min, max, step, place, onChange, quiet }: SplitProps) {
  const line = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);
  const move = (next: number) => onChange(Math.max(min, Math.min(max, next)));

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(true);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const around = line.current?.parentElement?.getBoundingClientRect();
    if (dragged && around) move(place(event.clientX, around));
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = valueAfterKey(event.key, value, { min, max, step });
    if (next === null) return;
    event.preventDefault();
    move(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no focus; a movable separator is a widget.
    <div
      ref={line}
      className="split"
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      data-dragged={dragged}
      data-quiet={quiet}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setDragged(false)}
      onLostPointerCapture={() => setDragged(false)}
      onDoubleClick={() => move((min + max) / 2)}
      onKeyDown={onKeyDown}
    />
  );
}

function valueAfterKey(
  key: string,
  value: number,
  { min, max, step }: { min: number; max: number; step: number },
): number | null {
  switch (key) {
    case 'ArrowLeft':
      return value - step;
    case 'ArrowRight':
      return value + step;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}
