import { z } from 'zod';
import { sortKeys } from '#contract/essay.ts';
import { layouts, type Preferences, themes } from '#contract/preferences.ts';
import { essayId } from './essay.ts';

/** What each preference may be. */
export const preferenceSchemas = {
  theme: z.enum(themes),
  layout: z.enum(layouts),
  libraryShown: z.boolean(),
  split: z.number().min(0.2).max(0.8),
  sort: z.enum(sortKeys),
  textSize: z.number().min(13).max(24),
  spellCheck: z.boolean(),
  author: z.string().max(1_000),
  lookForUpdates: z.boolean(),
  backupFolder: z.string().max(10_000),
  lastEssay: essayId.nullable(),
} satisfies { [K in keyof Preferences]: z.ZodType<Preferences[K]> };

const shape = preferenceSchemas;
export const preferencesPatch = z.strictObject({
  theme: shape.theme.exactOptional(),
  layout: shape.layout.exactOptional(),
  libraryShown: shape.libraryShown.exactOptional(),
  split: shape.split.exactOptional(),
  sort: shape.sort.exactOptional(),
  textSize: shape.textSize.exactOptional(),
  spellCheck: shape.spellCheck.exactOptional(),
  author: shape.author.exactOptional(),
  lookForUpdates: shape.lookForUpdates.exactOptional(),
  lastEssay: shape.lastEssay.exactOptional(),
});
