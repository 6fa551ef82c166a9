import { expect, it } from 'vitest';
import { placeWindow } from '#main/windowPlace.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const beside = { x: 1440, y: 0, width: 2560, height: 1440 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  maximized: false,
});

it('puts the window where it was', () => {
  expect(placeWindow(at(1600, 100), [laptop, beside])).toEqual({
    x: 1600,
    y: 100,
    width: 1000,
    height: 700,
    maximized: false,
  });
});

it('centres it at its usual size when the display it was on is gone', () => {
  expect(placeWindow(at(1600, 100), [laptop])).toEqual({
    width: 1280,
    height: 800,
    maximized: false,
  });
});

it('does not leave it where its title bar cannot be grabbed', () => {
  expect(placeWindow(at(100, -300), [laptop])).not.toHaveProperty('y');
  expect(placeWindow(at(1400, 100), [laptop])).not.toHaveProperty('x');
});

it('never makes it larger than its display nor smaller than it can be used', () => {
  expect(placeWindow(at(0, 0, 4000, 3000), [laptop])).toMatchObject({ width: 1440, height: 900 });
  expect(placeWindow(at(0, 0, 300, 200), [laptop])).toMatchObject({ width: 760, height: 520 });
});

it('remembers that it was maximized even when its display is gone', () => {
  const place = { ...at(5000, 0), maximized: true };
  expect(placeWindow(place, [laptop])).toMatchObject({ maximized: true });
});

it.each([undefined, null, 'wide', {}, { bounds: { x: 'a' } }, { bounds: null, maximized: 1 }])(
  'starts afresh when what was remembered is %j',
  (remembered) => {
    expect(placeWindow(remembered, [laptop])).toEqual({
      width: 1280,
      height: 800,
      maximized: false,
    });
  },
);
