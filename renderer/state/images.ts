import { createStore, type StoreApi } from 'zustand/vanilla';
import { StudioError } from '#contract/errors.ts';
import { type ImageReport, type LibraryImage, largestImage } from '#contract/images.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Desk } from './desk.ts';
import { toBase64 } from './dropped.ts';
import { imageMarkdown } from './imageMarkdown.ts';
import type { Notices } from './notices.ts';
import type { Sheets } from './sheets.ts';

interface ImagesState {
  /** By name. */
  readonly listed: readonly LibraryImage[];
  /** Null until it was asked for. */
  readonly report: ImageReport | null;
}

/** The images of the library that is open. */
export interface Images {
  readonly store: StoreApi<ImagesState>;
  /** Asks which there are. */
  load(): Promise<void>;
  /** Tells of the images, now and whenever there are others, until the function returned is called. */
  follow(tell: (listed: readonly LibraryImage[]) => void): () => void;
  /** Takes files into the library, then asks what they show; they go to a place in the text, or where the cursor is. */
  take(files: readonly File[], at: number | null): void;
  /** The same for files that the writer chooses. */
  choose(): void;
  /** Puts images into the text, each with what it shows, '' where that was not said. */
  insert(
    images: readonly { readonly name: string; readonly alt: string }[],
    at: number | null,
  ): void;
  /** Asks what keeps each image, and what is missing. */
  look(): void;
  deleteForGood(images: readonly LibraryImage[]): void;
}

export function createImages(
  ask: Ask,
  listen: Listen,
  desk: Desk,
  sheets: Sheets,
  notices: Notices,
): Images {
  const store = createStore<ImagesState>(() => ({ listed: [], report: null }));
  async function load(): Promise<void> {
    const listed = await ask('images.list');
    // Who follows makes pages anew, so the same images again are no news.
    if (!isSame(listed, store.getState().listed)) store.setState({ listed });
  }

  const reload = () => void notices.attempt(load);

  async function describe(added: readonly LibraryImage[], at: number | null): Promise<void> {
    await load();
    // The same picture may have been taken twice at once.
    const each = [...new Map(added.map((image) => [image.hash, image])).values()];
    sheets.open({ kind: 'describeImages', images: each, at });
  }

  function take(files: readonly File[], at: number | null): void {
    void notices.attempt(async () => {
      const named = await Promise.all(files.map((file) => readFile(file, essayName(desk))));
      await describe(await ask('images.add', named), at);
    });
  }

  desk.onImages((files) => take(files, null));
  // Of a library that does not open the library itself is told, once.
  listen('library.opened', ({ kind }) => kind === 'open' && reload());
  listen('images.changed', reload);

  return {
    store,
    load,
    follow(tell) {
      tell(store.getState().listed);
      return store.subscribe((now, before) => {
        if (now.listed !== before.listed) tell(now.listed);
      });
    },
    take,
    choose: () =>
      void notices.attempt(async () => {
        const added = await ask('images.choose');
        if (added) await describe(added, null);
      }),
    insert(images, at) {
      desk.insert(images.map(imageMarkdown).join('\n\n'), at);
    },
    look: () =>
      void notices.attempt(async () => {
        store.setState({ report: null });
        // What was typed a moment ago counts as well.
        await desk.saveAll();
        store.setState({ report: await ask('images.report') });
      }),
    deleteForGood: (images) =>
      void notices.attempt(async () => {
        await ask(
          'images.delete',
          images.map(({ hash }) => hash),
        );
        await load();
        sheets.open({ kind: 'images' });
      }),
  };
}

function isSame(some: readonly LibraryImage[], others: readonly LibraryImage[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ hash, name }, at) => others[at]?.hash === hash && others[at].name === name)
  );
}

/** What a picture from the clipboard is called, which has no name of its own. */
function essayName(desk: Desk): string {
  return desk.store.getState().essay?.title ?? '';
}

async function readFile(file: File, essay: string) {
  if (file.size > largestImage) throw tooLarge(file);
  const path = /^image\.\w+$/.test(file.name) && essay ? `${essay}.png` : file.name;
  return { path, bytes: toBase64(new Uint8Array(await file.arrayBuffer())) };
}

function tooLarge({ name, size }: File): StudioError {
  return new StudioError(
    'unreadable-file',
    `“${name}” has ${Math.round(size / 1024 / 1024)} MB; an image may have 25.`,
    'Save a smaller copy of it: a page is not shown wider than some 1,600 pixels.',
  );
}
