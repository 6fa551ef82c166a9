/** What the studio is and what it is made of. */
export interface About {
  readonly version: string;
  /** What it runs on, as `Electron 45.4.1`; '' where that says nothing of itself. */
  readonly engine: string;
  /** Others' work in it, by name. Empty in a checkout that was not built as a whole. */
  readonly parts: readonly Part[];
  /** The host that is asked for newer versions; null when this copy was made without one. */
  readonly updatesFrom: string | null;
}

interface Part {
  readonly name: string;
  /** '' for what has none, such as a type face. */
  readonly version: string;
  /** By its SPDX name. */
  readonly licence: string;
  /** The terms, with who holds the rights. */
  readonly text: string;
}

/** What came of looking for a newer version. */
export type Newest =
  | { readonly kind: 'this' }
  | { readonly kind: 'newer'; readonly version: string; readonly page: string };
