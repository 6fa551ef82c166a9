import { z } from 'zod';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was and how large: what is remembered of it. */
export interface WindowPlace {
  readonly bounds: Area;
  readonly maximized: boolean;
}

export const smallest = { width: 760, height: 520 };
const usual = { width: 1280, height: 800 };

/**
 * Where to put the window: as remembered when enough of it would be on a display to be seen and grabbed, else centred
 * at its usual size (no x and y). Never smaller than it can be used, never larger than the display's work area.
 * `displays` are work areas, the main display's first.
 */
export function placeWindow(
  remembered: unknown,
  displays: readonly Area[],
): { x?: number; y?: number; width: number; height: number; maximized: boolean } {
  const parsed = storedPlace.safeParse(remembered);
  const place = parsed.success ? parsed.data : null;
  const display = place && displays.find((area) => isReachable(place.bounds, area));
  if (!place || !display) {
    return { ...within(usual, displays[0]), maximized: place?.maximized ?? false };
  }
  const { x, y } = place.bounds;
  return { x, y, ...within(place.bounds, display), maximized: place.maximized };
}

function within(size: { width: number; height: number }, display: Area | undefined) {
  const most = display ?? { ...usual };
  return {
    width: Math.max(smallest.width, Math.min(size.width, most.width)),
    height: Math.max(smallest.height, Math.min(size.height, most.height)),
  };
}

/** True when the title bar's middle or at least 160 px of it can be grabbed on this display. */
function isReachable(bounds: Area, display: Area): boolean {
  const shown =
    Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
  const top = bounds.y >= display.y - 8 && bounds.y <= display.y + display.height - 80;
  return shown >= 160 && top;
}

const whole = z.number().int().min(-100_000).max(100_000);
const storedPlace = z.object({
  bounds: z.object({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  maximized: z.boolean(),
});
