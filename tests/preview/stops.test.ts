import { describe, expect, it } from 'vitest';
import { lineOfY, type Stop, yOfLine } from '#renderer/preview/stops.ts';

const stops = (...pairs: (readonly [number, number, 'running'?])[]): Stop[] =>
  pairs.map(([line, y, running]) => ({ line, y: () => y, running: running !== undefined }));

describe('a line has a place on the page', () => {
  const page = stops([0, 100], [4, 180], [5, 300]);

  it('at its own stop', () => {
    expect(yOfLine(page, 4)).toBe(180);
  });

  it('between two stops by its share of the lines between', () => {
    expect(yOfLine(page, 1)).toBe(120);
    expect(yOfLine(page, 4.5)).toBe(240);
  });

  it('at the first or last stop where it lies outside', () => {
    expect(yOfLine(page, -3)).toBe(100);
    expect(yOfLine(page, 9)).toBe(300);
  });

  it('at the top of a page that is empty', () => {
    expect(yOfLine([], 7)).toBe(0);
  });
});

describe('a place on the page has a line', () => {
  const page = stops([0, 100], [4, 180], [5, 300]);

  it('which is the way back', () => {
    for (const line of [0, 0.25, 3, 4, 4.75, 5]) {
      expect(lineOfY(page, yOfLine(page, line))).toBeCloseTo(line, 9);
    }
  });

  it('also a fraction of a pixel above a stop, as browsers round', () => {
    expect(lineOfY(page, 179.6)).toBe(4);
  });

  it('the later of two that start at one place, as after a line that shows nothing', () => {
    expect(lineOfY(stops([7, 50], [8, 90], [9, 90], [10, 130]), 90)).toBe(9);
  });

  it('the first of those that share a row of running text', () => {
    const row = stops([2, 50], [3, 50, 'running'], [4, 50, 'running'], [5, 80, 'running']);
    expect(lineOfY(row, 50)).toBe(2);
    expect(lineOfY(row, 65)).toBe(3.5);
    expect(lineOfY(row, 80)).toBe(5);
  });
});

it('measures only the stops on the way to an answer', () => {
  let measured = 0;
  const long = Array.from({ length: 4096 }, (_, line) => ({
    line,
    y: () => {
      measured += 1;
      return line * 30;
    },
  }));
  expect(lineOfY(long, 61_215)).toBeCloseTo(2040.5, 9);
  expect(measured).toBeLessThan(20);
});
