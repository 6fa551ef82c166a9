import type { Reading } from '#contract/publishing.ts';
import type { RenderedText } from '../rendering/render.ts';
import { detached } from '../source/detached.ts';

/** What an index says of an essay: minutes, and its first words up to about 280 characters, whole sentences where they fit. */
export function readingOf({ html, statistics }: RenderedText): Reading {
  const paragraph = /<p>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
  return { minutes: statistics.minutes, opening: detached(shortened(asText(paragraph))) };
}

function asText(html: string): string {
  return html
    .replace(/<sup class="footnote-ref">[\s\S]*?<\/sup>/g, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name]!)
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

const longest = 280;

function shortened(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  const start = characters.slice(0, longest).join('');
  const sentences = /^.{80,}[.!?。！？](?=\s|$)/su.exec(start)?.[0];
  return sentences ?? `${start.replace(/\s+\S*$/, '')} …`;
}
