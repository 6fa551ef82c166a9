import { posix } from 'node:path';
import type { Origin } from '#contract/essay.ts';
import type {
  ConstantValue,
  EssayFacts,
  FieldMapping,
  FrontMatterStyle,
  PublishedField,
  Target,
  TargetKind,
} from '#contract/publishing.ts';
import type { FrontMatterFormat } from '#markdown/frontMatter/fences.ts';
import type { DraftKey } from '#markdown/frontMatter/fieldEdits.ts';
import type { Values } from '#markdown/frontMatter/parseValues.ts';
import type { Value } from '#markdown/frontMatter/values.ts';

/** How essays are written for a generator that reads Markdown with front matter. */
export interface Preset {
  readonly kind: TargetKind;
  /** Raised whenever the same essay would come out as other bytes. */
  readonly version: number;
  /** The usual one first. */
  readonly styles: readonly [FrontMatterStyle, ...FrontMatterStyle[]];
  /** Fields in the order they are written, with their usual keys. */
  readonly keys: FieldMapping;
  readonly constants: (target: Target) => Readonly<Record<string, ConstantValue>>;
  /** Where this kind wants something else than `usualValue`; undefined leaves the field out. */
  readonly values: Readonly<
    Partial<Record<PublishedField, (essay: EssayFacts, target: Target) => Value | undefined>>
  >;
  /** The file's path in the target's folder. `stem` is a safe name made of the slug. */
  readonly path: (stem: string, essay: EssayFacts) => string;
  /** The address of an essay for a link from another one, whose file is at `from`; '' when none can be told. */
  readonly href: (to: LinkedFile, from: string, target: Target) => string;
  /** Where the images of an essay's file at `path` go, and how it calls one; their names need no escapes. */
  readonly images: {
    /** A file in a folder of its own, which its images share; `stem` is the folder's name. */
    readonly bundle?: (stem: string) => string;
    readonly file: (path: string, name: string) => string;
    readonly href: (name: string, target: Target) => string;
  };
  /** What an imported file of this kind looks like; see `isAtHome`. */
  readonly home: Home;
  /** The body with what the generator would take for its own commands escaped. */
  readonly escape: (body: string) => string;
}

interface Home {
  readonly formats: readonly FrontMatterFormat[];
  /** Whether its keys and its name are this kind's; most generators take any further keys, so only what belongs to another kind tells. */
  readonly bears: (values: Values, file: ImportedFile) => boolean;
  /** Where such a file stands that did not come with its place; in the target's folder itself if left out. */
  readonly folder?: (file: ImportedFile) => string;
  /** The key by which a draft is known there; left out where any will do. */
  readonly draftKey?: DraftKey;
}

type ImportedFile = Pick<Origin, 'fileName' | 'folder'>;

export interface LinkedFile {
  readonly path: string;
  readonly essay: EssayFacts;
}

/** A path without its extension; that of its folder where the file is an index of that. */
export function stemOf(path: string): string {
  return path.replace(/(?:(?:^|\/)_?index)?\.[a-z]+$/i, '');
}

/** From a page that has a folder of its own on the site to another, each by the path of that folder. */
export function toFolder(from: string, to: string): string {
  const way = posix.relative(`/${from}`, `/${to}`);
  return way === '' ? './' : `${way}/`;
}

/** Images in a folder beside an essay's file, which calls them so. */
export const imagesBeside: Preset['images'] = {
  file: (path, name) => `${path.slice(0, path.lastIndexOf('/') + 1)}images/${name}`,
  href: (name) => `images/${name}`,
};

/** Images for a place that takes an essay without its files: by their full addresses, where the target has one. */
export const imagesOnWeb: Preset['images'] = {
  file: (_, name) => `images/${name}`,
  href: (name, { baseUrl }) => `${baseUrl && `${baseUrl.replace(/\/+$/, '')}/`}images/${name}`,
};
