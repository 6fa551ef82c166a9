import type { EssayFields } from '#contract/essay.ts';
import { fieldNames, knownKeys } from './knownKeys.ts';
import { yamlText } from './yamlText.ts';

/** Front matter in YAML for fields that have none yet, with the line break after. Nothing empty, no defaults; '' when nothing is left. */
export function newFrontMatter(fields: Partial<EssayFields>, lineBreak: string): string {
  const lines = fieldNames.flatMap((field) => linesFor(field, fields));
  return lines.length > 0 ? ['---', ...lines, '---', ''].join(lineBreak) : '';
}

function linesFor(field: keyof EssayFields, fields: Partial<EssayFields>): string[] {
  if (field === 'status') return fields.status ? statusLines(fields.status) : [];
  const value = fields[field];
  if (value === undefined || value === null || (field === 'language' && value === 'en')) return [];
  if (typeof value !== 'number' && value.length === 0) return [];
  const isMoment = field === 'createdAt' || field === 'publishedAt';
  return [`${knownKeys[field][0]}: ${yamlText(isMoment ? { time: value } : value)}`];
}

/** The flag that generators obey, and the studio's own word where the flag cannot say it. */
function statusLines(status: EssayFields['status']): string[] {
  const draft = `draft: ${status !== 'published'}`;
  return status === 'draft' || status === 'published' ? [draft] : [draft, `status: ${status}`];
}
