/**
 * What the command line is to do, when the program was started with a command instead of for its window; null for
 * the window. A command is a bare word, as in `longhand list`; a file to open has a dot or a slash in its path, and
 * the system names files by their whole path.
 */
export function askedCommand(asked: readonly string[]): string[] | null {
  const words = asked.filter((word) => !isEngines(word));
  // Packages for macOS and Windows end the engine's own switches so, before what a person typed.
  if (words[0] === '--') words.shift();
  const first = words.find((word, at) => !word.startsWith('-') && !takesValue(words[at - 1]));
  const isCommand =
    first === undefined
      ? words.some((word) => ['--help', '-h', '--version'].includes(word))
      : /^[a-z][a-z-]*$/.test(first);
  return isCommand ? words : null;
}

/** Root on Linux cannot start the engine without the one, and without a display the other is how to start it. */
function isEngines(word: string): boolean {
  return word === '--no-sandbox' || word === '--headless';
}

function takesValue(word: string | undefined): boolean {
  return word === '--library' || word === '--settings';
}
