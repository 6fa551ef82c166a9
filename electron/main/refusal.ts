import type { z } from 'zod';
import { StudioError } from '#contract/errors.ts';
import type { EssayFields } from '#contract/essay.ts';
import type { Channel } from '#contract/requests.ts';

/**
 * Why arguments were refused. What a writer can bring about by writing too much into a field is a sentence for a
 * writer; anything else is a defect of the window, named by its channel and place.
 */
export function refusal(channel: Channel, issue: z.core.$ZodIssue | undefined): StudioError {
  const [argument, field] = issue?.path ?? [];
  if (channel === 'essays.describe' && argument === 1 && issue?.code === 'too_big') {
    const what = fieldWords[field as keyof EssayFields];
    const most = issue.maximum.toLocaleString('en');
    if (what && issue.origin === 'array') {
      return new StudioError('invalid', `There are more than ${most} ${what}.`, 'Take some away.');
    }
    if (what && issue.origin === 'string') {
      const subject = issue.path.length > 2 ? `One of the ${what}` : `The ${what}`;
      const message = `${subject} is longer than ${most} characters.`;
      return new StudioError('invalid', message, 'Shorten it.');
    }
  }
  const place = issue?.path.join('.') || 'arguments';
  return new StudioError('invalid', `${channel}: ${place}: ${issue?.message}`);
}

/** Fields whose length is the writer's. */
const fieldWords: Readonly<Partial<Record<keyof EssayFields, string>>> = {
  title: 'title',
  slug: 'slug',
  excerpt: 'excerpt',
  tags: 'tags',
  series: 'name of the series',
  language: 'language',
  canonicalUrl: 'canonical URL',
  coverImage: 'address of the cover',
  coverAlt: 'description of the cover',
};
