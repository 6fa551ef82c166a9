import { z } from 'zod';
import { statuses } from '#contract/essay.ts';
import { ruleNames } from '#contract/preflight.ts';
import {
  frontMatterStyles,
  publishedFields,
  type TargetId,
  type TargetSettings,
  targetKinds,
} from '#contract/publishing.ts';

const line = z.string().max(10_000);

/** A UUID in lower case. */
export const targetId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text) => text as TargetId);

export const targetSettings = z.strictObject({
  kind: z.enum(targetKinds),
  name: line,
  folder: line,
  baseUrl: line,
  author: line,
  style: z.enum(frontMatterStyles).nullable(),
  fields: z.partialRecord(z.enum(publishedFields), line),
  constants: z.record(line, z.union([line, z.number(), z.boolean(), z.array(line).readonly()])),
  site: z.strictObject({ heading: line, introduction: line, template: line }),
  chosen: z.strictObject({ statuses: z.array(z.enum(statuses)).readonly(), tag: line }),
  weights: z.partialRecord(z.enum(ruleNames), z.enum(['blocking', 'advice', 'off'])),
}) satisfies z.ZodType<TargetSettings>;

export const privateNames = z.array(line).max(10_000).readonly();
