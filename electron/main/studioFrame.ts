/** Where the window's own files live, instead of `file://`. */
export const studioOrigin = 'longhand://studio';

/** What of a frame decides whether it is heard. */
interface Frame {
  readonly origin: string;
  readonly url: string;
  readonly parent: object | null;
}

/** True for the window's own page at the top; false for every frame inside it, and for any page from elsewhere. */
export function isStudioFrame(frame: Frame | null): boolean {
  return (
    frame !== null &&
    frame.parent === null &&
    frame.origin === studioOrigin &&
    frame.url.startsWith(`${studioOrigin}/`)
  );
}
