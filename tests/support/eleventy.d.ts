declare module '@11ty/eleventy' {
  import type { MarkdownIt } from 'markdown-it';

  interface Configuration {
    setIncludesDirectory(folder: string): void;
    addFilter<T>(name: string, filter: (value: T) => unknown): void;
    addPassthroughCopy(places: Readonly<Record<string, string>>): void;
    amendLibrary(name: 'md', amend: (md: MarkdownIt) => void): void;
  }

  interface Options {
    readonly quietMode?: boolean;
    readonly config?: (configuration: Configuration) => void;
  }

  /** The part of Eleventy that tests and measurements use; it comes without types. */
  export class Eleventy {
    constructor(input: string, output: string, options?: Options);
    init(): Promise<unknown>;
    write(): Promise<unknown>;
    toJSON(): Promise<{ readonly url: string; readonly content: string }[]>;
  }
}
