import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ImageReport, MissingImage, UsedImage } from '#contract/images.ts';
import { sizeWords } from '#contract/sizeWords.ts';
import { isReadOnly } from '#renderer/state/library.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';
import { Thumbnail } from './Thumbnail.tsx';

/** The images of the library: what is missing, what nothing shows, and what essays show. */
export function ImagesSheet() {
  const { images, sheets } = useStudio();
  const report = useStore(images.store, (state) => state.report);
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => images.look(), [images]);
  const close = () => sheets.close('images');
  return (
    <Sheet
      title="Images"
      lead="Each is kept once, whatever essays show it, and goes wherever they go."
      onClose={close}
      initialFocus={done}
      read
      actions={
        <button ref={done} type="button" className="primary-button" onClick={close}>
          Done
        </button>
      }
    >
      {report && <Report report={report} />}
    </Sheet>
  );
}

function Report({ report: { images, missing } }: { readonly report: ImageReport }) {
  const unused = images.filter(({ use }) => use === 'nothing');
  const past = images.filter(({ use }) => use === 'history');
  const shown = images.filter(({ use }) => use === 'essays');
  if (images.length + missing.length === 0) {
    return <p>None yet. Paste one into an essay, or drop it there.</p>;
  }
  return (
    <>
      {missing.length > 0 && <Missing missing={missing} />}
      {unused.length > 0 && <Group title="In no essay" images={unused} goes />}
      {past.length > 0 && <Group title="Only in earlier versions" images={past} goes />}
      {shown.length > 0 && <Group title="In essays" images={shown} />}
    </>
  );
}

function Missing({ missing }: { readonly missing: readonly MissingImage[] }) {
  const { desk, notices, sheets } = useStudio();
  return (
    <>
      <h3 className="report-head">Missing</h3>
      <ul className="report images">
        {missing.map(({ essay, title, source, line }) => (
          <li key={`${essay} ${line} ${source}`}>
            <span className="image-words">
              <span dir="ltr">{source}</span>
              <span className="reason" dir="auto">
                {titleWords(title)}
              </span>
            </span>
            <button
              type="button"
              className="plain-button"
              aria-label={`Go there: ${source} in ${titleWords(title)}`}
              onClick={() => {
                sheets.close('images');
                void notices.attempt(() =>
                  desk.open(essay, line === null ? {} : { focus: 'text', line }),
                );
              }}
            >
              Go there
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly images: readonly UsedImage[];
  /** They can be deleted. */
  readonly goes?: boolean;
}

function Group({ title, images, goes = false }: GroupProps) {
  const { library, sheets } = useStudio();
  const canWrite = !useStore(library.store, isReadOnly);
  const canDelete = goes && canWrite;
  const remove = (chosen: readonly UsedImage[]) =>
    sheets.open({ kind: 'deleteImages', images: chosen });
  return (
    <>
      <h3 className="report-head">{title}</h3>
      <ul className="report images">
        {images.map((image) => (
          <li key={image.hash}>
            <Thumbnail image={image} />
            <span className="image-words">
              {image.name}
              <span className="reason" dir="auto">
                {aboutWords(image)}
              </span>
            </span>
            {canDelete && (
              <button
                type="button"
                className="plain-button"
                aria-label={`Delete ${image.name}`}
                onClick={() => remove([image])}
              >
                Delete
              </button>
            )}
          </li>
        ))}
      </ul>
      {canDelete && images.length > 1 && (
        <button type="button" className="plain-button" onClick={() => remove(images)}>
          Delete all {images.length}
        </button>
      )}
    </>
  );
}

function aboutWords({ width, height, size, essays }: UsedImage): string {
  const pixels = width && height ? [`${width} × ${height}`] : [];
  return [...pixels, sizeWords(size), essays.map(titleWords).join(', ')]
    .filter(Boolean)
    .join(' · ');
}
