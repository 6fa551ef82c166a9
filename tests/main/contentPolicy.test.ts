import { expect, it } from 'vitest';
import { contentPolicy } from '#main/contentPolicy.ts';

const directives = new Map(
  contentPolicy.split('; ').map((directive) => {
    const [name, ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

it('allows script from the studio’s own files only: no inline, no eval, no data', () => {
  expect(directives.get('script-src')).toEqual(["'self'"]);
  expect(directives.get('worker-src')).toEqual(["'self'"]);
});

it('allows nothing that was not named', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('object-src')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('form-action')).toEqual(["'none'"]);
});

it('names no host and no scheme of the network', () => {
  expect(contentPolicy).not.toMatch(/https?:|ws:|\*/);
});
