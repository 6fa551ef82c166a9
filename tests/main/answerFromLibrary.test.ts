import { expect, test } from 'vitest';
import { answerFromLibrary } from '#main/answerFromLibrary.ts';

const bytes = Buffer.from('abc');
const find = (name: string, hashStart: string) =>
  name === 'clock.svg' && hashStart === 'c0ffee00' ? bytes : null;
const ask = (address: string) => answerFromLibrary(new Request(address), find);

test('an image of the library has the address that pages call it by, and the policy of everything', async () => {
  for (const path of ['clock.c0ffee00.svg', 'clock.c0ffee00-800.svg']) {
    const response = ask(`longhand://studio/images/${path}`);
    expect(response?.status).toBe(200);
    expect(await response?.text()).toBe('abc');
    expect(response?.headers.get('content-type')).toBe('image/svg+xml');
    expect(response?.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

test('one that is not there is not found, and any other address is left to others', () => {
  expect(ask('longhand://studio/images/clock.deadbeef.svg')?.status).toBe(404);
  expect(ask('longhand://studio/images/gone.c0ffee00.svg')?.status).toBe(404);
  for (const other of [
    'longhand://studio/index.html',
    'longhand://studio/images/clock.svg',
    'longhand://studio/images/../clock.c0ffee00.svg',
    'longhand://elsewhere/images/clock.c0ffee00.svg',
  ]) {
    expect(ask(other)).toBeNull();
  }
});

test('a library that cannot be read has no images', () => {
  const broken = () => {
    throw new Error('damaged');
  };
  const request = new Request('longhand://studio/images/clock.c0ffee00.svg');
  expect(answerFromLibrary(request, broken)?.status).toBe(404);
});
