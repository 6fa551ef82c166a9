import { StudioError } from '#contract/errors.ts';
import { tagProblem } from './tagProblem.ts';

/** What stands at each named place of a page template. All are HTML. */
export interface TemplateValues {
  /** The page's language and its direction, for the `html` element. */
  readonly language: string;
  readonly direction: string;
  /** The title, the style sheets and all that is said to machines; goes into the `head`. */
  readonly head: string;
  /** The site's heading as a link to its index. */
  readonly heading: string;
  /** Links to the tags and feeds. */
  readonly navigation: string;
  /** The page itself. */
  readonly main: string;
  /** The author. */
  readonly footer: string;
}

/** A template with its places filled. A place may come more than once. */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(place, (_, name: keyof TemplateValues) => values[name]);
}

/** Throws `invalid` with a sentence for a writer where a template cannot make a page. */
export function checkTemplate(template: string, name: string): void {
  const refuse = (line: number | null, what: string, advice: string): never => {
    const where = line === null ? '' : `, line ${line}`;
    throw new StudioError('invalid', `The page template “${name}”${where}: ${what}.`, advice);
  };
  for (const found of template.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)) {
    if (places.includes(found[1]!)) continue;
    refuse(
      lineOf(template, found.index),
      `there is no place named “${found[1]}”`,
      `The places are ${places.map((each) => `{{${each}}}`).join(', ')}.`,
    );
  }
  const stray = /\{\{|\}\}/.exec(template.replace(place, (whole) => ' '.repeat(whole.length)));
  if (stray) {
    refuse(
      lineOf(template, stray.index),
      `“${stray[0]}” has no partner`,
      'A place is a name between two braces on each side, for example {{main}}.',
    );
  }
  for (const needed of ['head', 'main']) {
    if ([...template.matchAll(place)].some(([, named]) => named === needed)) continue;
    refuse(
      null,
      `it has no {{${needed}}}`,
      needed === 'main'
        ? 'Put {{main}} where the essay is to stand.'
        : 'Put {{head}} between <head> and </head>.',
    );
  }
  const filled = template.replace(place, (whole, named) =>
    named === 'head' ? '<title>x</title>' : whole,
  );
  const problem = tagProblem(filled);
  if (problem) {
    refuse(
      problem.line,
      problem.what,
      'Mend the line, or start again from the template that comes with the studio.',
    );
  }
}

const places: readonly string[] = [
  'language',
  'direction',
  'head',
  'heading',
  'navigation',
  'main',
  'footer',
] satisfies (keyof TemplateValues)[];

const place = new RegExp(`\\{\\{\\s*(${places.join('|')})\\s*\\}\\}`, 'g');

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\n|\r/).length;
}
