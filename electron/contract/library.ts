import type { Failure } from './errors.ts';

/** What the window knows of the library behind it. */
export type LibraryStatus =
  | {
      readonly kind: 'open';
      readonly path: string;
      /** Essays in it, the trash included; 0 means first run. */
      readonly essays: number;
      /** True when the file or its disk cannot be written: reading and export still work. */
      readonly readOnly: boolean;
      /** The verified copy that was kept when opening brought an older library to this version; null when it did not. */
      readonly keptCopy: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly path: string;
      readonly error: Failure;
      /** A copy kept before a newer version changed the library, which this one can open; null where there is none. */
      readonly olderCopy: string | null;
    };
