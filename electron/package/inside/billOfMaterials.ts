import { createHash } from 'node:crypto';
import type { Licence } from './licences.ts';

/**
 * What the packages are made of, in CycloneDX 1.6: the studio, the runtime, every library in the bundles, and the
 * packages themselves with their SHA-256. The same input gives the same text.
 */
export function billOfMaterials({
  name,
  version,
  licence,
  electron,
  date,
  licences,
  packages,
}: {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The version of the runtime; null for packages made without it. */
  readonly electron: string | null;
  readonly date: Date;
  readonly licences: readonly Licence[];
  readonly packages: readonly { readonly name: string; readonly sha256: string }[];
}): string {
  const product = `pkg:generic/${name}@${version}`;
  const runtime = electron === null ? [] : [component('electron', electron, 'MIT', 'framework')];
  const libraries = [
    ...runtime,
    ...licences
      .filter(({ kind }) => kind === 'library')
      .map((each) => component(each.name, each.version, each.licence, 'library')),
  ];
  const faces = licences
    .filter(({ kind }) => kind === 'type face')
    .map((each) => ({
      type: 'data',
      'bom-ref': `type-face:${each.name}`,
      name: each.name,
      licenses: licensesOf(each.licence),
    }));
  const files = packages.map(({ name: file, sha256 }) => ({
    type: 'file',
    'bom-ref': `file:${file}`,
    name: file,
    hashes: [{ alg: 'SHA-256', content: sha256 }],
  }));
  const parts = [...libraries, ...faces];
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([product, parts, files]))}`,
    version: 1,
    metadata: {
      timestamp: date.toISOString(),
      component: {
        type: 'application',
        'bom-ref': product,
        name,
        version,
        purl: product,
        licenses: licensesOf(licence),
      },
    },
    components: [...parts, ...files],
    dependencies: [
      { ref: product, dependsOn: parts.map((each) => each['bom-ref']) },
      ...parts.map((each) => ({ ref: each['bom-ref'], dependsOn: [] })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function component(name: string, version: string, licence: string, type: string) {
  const purl = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  return { type, 'bom-ref': purl, name, version, purl, licenses: licensesOf(licence) };
}

/** A single licence by its id, several by their expression. */
function licensesOf(licence: string) {
  if (licence === '') return [];
  return /[() ]/.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];
}

/** A version 4 UUID in form, made of what the bill says, so that the same bill has the same number. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
