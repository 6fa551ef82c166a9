import { expect, it } from 'vitest';
import { isStudioFrame } from '#main/studioFrame.ts';

const own = {
  origin: 'longhand://studio',
  url: 'longhand://studio/index.html',
  parent: null,
};

it('hears the studio’s own page', () => {
  expect(isStudioFrame(own)).toBe(true);
});

it.each([
  ['a frame that is gone', null],
  ['a frame inside the page', { ...own, parent: {} }],
  ['the preview’s frame', { origin: 'longhand://studio', url: 'about:srcdoc', parent: {} }],
  ['a page from the web', { ...own, origin: 'https://example.com', url: 'https://example.com/' }],
  ['a host that begins alike', { ...own, origin: 'longhand://studio.example' }],
  ['a page without an origin', { ...own, origin: 'null', url: 'data:text/html,' }],
])('does not hear %s', (_who, frame) => {
  expect(isStudioFrame(frame)).toBe(false);
});
