import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClosing } from '#main/closing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function closingWith(askWriter: () => Promise<'leave' | 'stay'>) {
  const askWindow = vi.fn();
  return { askWindow, closing: createClosing({ askWindow, askWriter, patience: 1_000 }) };
}
const nobody = () => Promise.reject(new Error('the writer was not to be asked'));

it('closes once the window says that everything is saved', async () => {
  const { askWindow, closing } = closingWith(nobody);
  const answer = closing.request();
  expect(askWindow).toHaveBeenCalledOnce();
  closing.allow();
  expect(await answer).toBe(true);
});

it('asks the window once, however often it is to close', async () => {
  const { askWindow, closing } = closingWith(nobody);
  const answers = [closing.request(), closing.request()];
  closing.allow();
  expect(await Promise.all(answers)).toEqual([true, true]);
  expect(askWindow).toHaveBeenCalledOnce();
});

it('asks the writer when the window does not answer, and stays when told to', async () => {
  const { closing } = closingWith(async () => 'stay');
  const answer = closing.request();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toBe(false);
});

it('closes without the window’s answer only when the writer says so', async () => {
  const { closing } = closingWith(async () => 'leave');
  const answer = closing.request();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toBe(true);
});

it('can be asked again after the writer stayed', async () => {
  const { askWindow, closing } = closingWith(async () => 'stay');
  const first = closing.request();
  await vi.advanceTimersByTimeAsync(1_000);
  await first;
  const second = closing.request();
  closing.allow();
  expect(await second).toBe(true);
  expect(askWindow).toHaveBeenCalledTimes(2);
});

it('waits without limit while the window asks the writer', async () => {
  const { closing } = closingWith(nobody);
  const answer = closing.request();
  closing.hold();
  await vi.advanceTimersByTimeAsync(60_000);
  closing.allow();
  expect(await answer).toBe(true);
});

it('stays when the writer goes on writing, and asks again the next time', async () => {
  const { askWindow, closing } = closingWith(nobody);
  const first = closing.request();
  closing.hold();
  closing.stay();
  expect(await first).toBe(false);
  const second = closing.request();
  closing.allow();
  expect(await second).toBe(true);
  expect(askWindow).toHaveBeenCalledTimes(2);
});

it('asks the window anew when it is to close again while it asks the writer', async () => {
  const { askWindow, closing } = closingWith(nobody);
  const first = closing.request();
  closing.hold();
  const second = closing.request();
  expect(await first).toBe(false);
  closing.allow();
  expect(await second).toBe(true);
  expect(askWindow).toHaveBeenCalledTimes(2);
});
