import { z } from 'zod';
import {
  type BodyChange,
  type BodyStep,
  type ChangeSetJson,
  type EssayId,
  type EssayPatch,
  type EssayQuery,
  type NewEssay,
  sortKeys,
  sources,
  statuses,
} from '#contract/essay.ts';

/** A UUID in lower case. */
export const essayId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text) => text as EssayId);

export const essayIds = z.array(essayId).min(1).max(1_000_000).readonly();

const line = z.string().max(100_000);
const time = z.string().max(64);
const body = z.string().max(64 * 1024 * 1024);
/** A cover may be the image itself, as a data URI. */
const image = z.string().max(32 * 1024 * 1024);

const fields = {
  title: line.exactOptional(),
  slug: line.exactOptional(),
  excerpt: line.exactOptional(),
  tags: z.array(line).max(1_000).readonly().exactOptional(),
  series: line.exactOptional(),
  // Which numbers are a place is for the library to say, in a sentence.
  seriesPlace: z.number().nullable().exactOptional(),
  status: z.enum(statuses).exactOptional(),
  language: line.exactOptional(),
  createdAt: time.exactOptional(),
  publishedAt: time.nullable().exactOptional(),
  canonicalUrl: line.exactOptional(),
  coverImage: image.exactOptional(),
  coverAlt: line.exactOptional(),
};

export const essayPatch = z.strictObject(fields) satisfies z.ZodType<EssayPatch>;

/** A new essay of the window's: where an essay came from is for the import to say. */
export const newEssay = z.strictObject({
  ...fields,
  body: body.exactOptional(),
  frontMatter: line.exactOptional(),
}) satisfies z.ZodType<NewEssay>;

const length = z.number().int().min(0);
const changeSet = z
  .array(z.union([length, z.tuple([length], z.string())]))
  .max(1_000_000)
  .readonly() satisfies z.ZodType<ChangeSetJson>;

const bodyStep = z.strictObject({
  changes: changeSet,
  at: z.number(),
  source: z.enum(sources),
}) satisfies z.ZodType<BodyStep>;

export const bodyChange = z.strictObject({
  id: essayId,
  baseRevision: z.number().int().min(1),
  steps: z.array(bodyStep).max(1_000_000).readonly(),
}) satisfies z.ZodType<BodyChange>;

export const essayQuery = z.strictObject({
  trashed: z.boolean(),
  status: z.enum(statuses).nullable(),
  tag: line.nullable(),
  sort: z.enum(sortKeys),
}) satisfies z.ZodType<EssayQuery>;
