import { resolve } from 'node:path';
import { hashOfRenderer } from './hashOfRenderer.ts';

/** Put in by the build; a checkout has none. */
declare const builtRenderer: string | undefined;

let known: string | null = null;

/**
 * Names what renders, and the engine it runs on: another text whenever a page could come out otherwise. Unlike
 * `rendererVersion`, which is about what was published and so is raised by hand, it changes with every line of the
 * renderer and every library: a kept page that is not met costs a rendering, one that is met wrongly would be a lie.
 */
export function rendererBuild(): string {
  known ??= `${typeof builtRenderer === 'string' ? builtRenderer : unbuilt()} ${process.versions.v8}`;
  return known;
}

function unbuilt(): string {
  return hashOfRenderer(resolve(import.meta.dirname, '../../..'));
}
