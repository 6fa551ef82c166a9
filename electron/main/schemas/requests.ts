import { z } from 'zod';
import { type Drawing, longestDiagram } from '#contract/drawings.ts';
import { exportFormats } from '#contract/exchange.ts';
import type { VersionName } from '#contract/history.ts';
import type { Channel, Requests } from '#contract/requests.ts';
import { bodyChange, essayId, essayIds, essayPatch, essayQuery, newEssay } from './essay.ts';
import { preferencesPatch } from './preferences.ts';
import { privateNames, targetId, targetSettings } from './publishing.ts';

const nothing = z.tuple([]);
const format = z.enum(exportFormats);
const address = z.string().max(100_000);
const droppedFile = z.strictObject({
  path: z.string().min(1).max(10_000),
  bytes: z.base64().max(128 * 1024 * 1024),
});

const diagramSource = z.string().min(1).max(longestDiagram);
const svg = z.string().max(5_000_000);
const drawing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drawn'), light: svg, dark: svg }),
  z.strictObject({ kind: z.literal('wrong'), reason: z.string().max(1_000) }),
]) satisfies z.ZodType<Drawing>;

const versionName = z.strictObject({
  name: z.string().trim().min(1).max(200),
  note: z.string().max(10_000),
}) satisfies z.ZodType<VersionName>;

/** What the arguments of each request must be before a handler sees them. */
export const requestSchemas = {
  'library.status': nothing,
  'library.choose': z.tuple([z.enum(['open', 'new'])]),
  'library.retry': nothing,
  'library.revealKept': nothing,
  'library.openOlder': nothing,
  'essays.list': z.tuple([essayQuery, z.number().int().min(1).optional()]),
  'essays.read': z.tuple([essayId]),
  'essays.create': z.tuple([newEssay]),
  'essays.change': z.tuple([bodyChange]),
  'essays.describe': z.tuple([essayId, essayPatch]),
  'essays.duplicate': z.tuple([essayId]),
  'essays.trash': z.tuple([essayIds]),
  'essays.restore': z.tuple([essayIds]),
  'essays.deleteForGood': z.tuple([essayIds]),
  'history.read': z.tuple([essayId, z.number().int().min(1)]),
  'history.recent': z.tuple([essayId, z.number().int().min(1)]),
  'history.name': z.tuple([essayId, versionName]),
  'history.prove': z.tuple([essayId.nullable()]),
  'backups.status': nothing,
  'backups.now': nothing,
  'backups.choose': nothing,
  'backups.reveal': nothing,
  'backups.openCopy': z.tuple([address]),
  'recovery.start': nothing,
  'recovery.stop': nothing,
  'recovery.open': nothing,
  'search.find': z.tuple([
    z.strictObject({ text: z.string().max(10_000), limit: z.number().int().min(1).max(1_000) }),
  ]),
  'export.write': z.tuple([essayIds, format]),
  'export.copy': z.tuple([essayId, z.enum(['html', 'markdown'])]),
  'export.reveal': z.tuple([address]),
  'targets.list': nothing,
  'targets.kinds': nothing,
  'targets.add': z.tuple([targetSettings]),
  'targets.change': z.tuple([targetId, targetSettings]),
  'targets.remove': z.tuple([targetId]),
  'targets.chooseFolder': nothing,
  'targets.chooseTemplate': nothing,
  'targets.names': nothing,
  'targets.setNames': z.tuple([privateNames]),
  'publish.status': z.tuple([targetId, essayId.nullable()]),
  'publish.difference': z.tuple([targetId, address]),
  'publish.check': z.tuple([targetId, z.array(essayId).max(1_000_000).readonly()]),
  'publish.start': z.tuple([
    targetId,
    z.array(address).max(1_000_000).readonly(),
    essayId.nullable(),
  ]),
  'publish.cancel': nothing,
  'publish.reveal': z.tuple([targetId]),
  'import.choose': z.tuple([z.enum(['files', 'folder'])]),
  'import.dropped': z.tuple([z.array(droppedFile).max(100_000).readonly()]),
  'import.samples': nothing,
  'import.cancel': nothing,
  'images.list': nothing,
  'images.add': z.tuple([z.array(droppedFile).min(1).max(100).readonly()]),
  'images.choose': nothing,
  'images.report': nothing,
  'images.delete': z.tuple([z.array(z.hex().length(64)).max(100_000).readonly()]),
  'drawings.find': z.tuple([z.array(diagramSource).max(1_000).readonly()]),
  'drawings.missing': z.tuple([z.array(essayId).max(1_000_000).readonly()]),
  'drawings.keep': z.tuple([diagramSource, drawing]),
  'page.style': nothing,
  'about.read': nothing,
  'updates.look': nothing,
  'preferences.read': nothing,
  'preferences.change': z.tuple([preferencesPatch]),
  'link.open': z.tuple([address]),
  'window.title': z.tuple([z.string().max(10_000)]),
  'quit.allow': nothing,
  'quit.hold': nothing,
  'quit.stay': nothing,
} satisfies { [C in Channel]: z.ZodType<Parameters<Requests[C]>> };
