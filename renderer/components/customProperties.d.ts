import 'react';

declare module 'react' {
  /** Values that a stylesheet reads by name. */
  interface CSSProperties {
    readonly '--library-width'?: string;
    readonly '--split'?: number;
    readonly '--writing-size'?: string;
    readonly '--depth'?: number;
    readonly '--rest'?: string;
  }
}
