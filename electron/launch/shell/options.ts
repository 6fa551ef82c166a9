/** What the shell is told at start. It travels in the address of the module that stands in for `electron`. */
export interface ShellOptions {
  /** The Chromium, Chrome or Edge to run. */
  readonly chromium: string;
  readonly headless: boolean;
  /** The checkout, or what is in a package: what `app.getAppPath()` gives. */
  readonly project: string;
  /** True to run what is in a package as that would run. */
  readonly packaged: boolean;
  /** The program's name and version, as package.json says them. */
  readonly name: string;
  readonly version: string;
}

export function optionsToAddress(module: URL, options: ShellOptions): string {
  const address = new URL(module);
  address.searchParams.set('options', JSON.stringify(options));
  return address.href;
}

export function optionsFromAddress(address: string): ShellOptions {
  return JSON.parse(new URL(address).searchParams.get('options') ?? 'null') as ShellOptions;
}
