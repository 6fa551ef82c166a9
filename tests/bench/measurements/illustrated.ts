import { launchStudio } from '../../support/studio.ts';
import { documentWithFigures } from '../documents.ts';
import type { Effort, Figure } from '../figure.ts';
import { sizes, type Workshop } from '../libraries.ts';
import { median, quantile, typicalP95 } from '../statistics.ts';
import { openEssay, standsStill } from '../studioWindow.ts';
import { type KeyTimes, typeEverywhere, watchKeys } from '../typing.ts';

const bounds = { '100 KB': 50, '1 MB': 100 } as const;

/** From a key to the paint of a page that is full of formulas and diagrams, all of them drawn. */
export async function illustrated(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const essays = (Object.keys(bounds) as (keyof typeof bounds)[]).map((size) => ({
    size,
    title: `Figures in ${size}`,
    body: documentWithFigures(sizes[size]),
  }));
  const library = await workshop.ofEssays(essays.map(({ title, body }) => ({ title, body })));
  const studio = await launchStudio({ library });
  const { page } = studio;
  const found: Figure[] = [];
  try {
    for (const { size, title, body } of essays) {
      await openEssay(page, title);
      const diagrams = body.match(/^```mermaid$/gm)!.length;
      await page
        .frameLocator('.page-frame iframe')
        .locator('figure.diagram')
        .nth(diagrams - 1)
        .waitFor({ state: 'attached', timeout: 120_000 });
      await standsStill(page);
      if (found.length === 0) await watchKeys(page, { withPage: true });
      const rounds: KeyTimes[] = [];
      for (let round = 0; round < effort.rounds; round++) {
        rounds.push(await typeEverywhere(page, effort.keys));
      }
      const pages = rounds.map((times) => times.page);
      const formulas = await page.evaluate(
        () => document.querySelector('iframe')!.contentDocument!.querySelectorAll('math').length,
      );
      found.push({
        name: `key to the page, ${size} with ${formulas} formulas and ${diagrams} diagrams, p95`,
        unit: 'ms',
        value: typicalP95(pages),
        beside: {
          name: 'key to the editor',
          value: typicalP95(rounds.map((times) => times.editor)),
        },
        bound: { kind: 'at most', value: bounds[size] },
        detail: {
          median: median(pages.flat()),
          p95ByRound: pages.map((one) => quantile(one, 0.95)),
        },
      });
    }
  } finally {
    await studio.discard();
  }
  return found;
}
