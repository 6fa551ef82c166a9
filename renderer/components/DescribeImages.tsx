import { useRef, useState } from 'react';
import type { LibraryImage } from '#contract/images.ts';
import { counted } from '#renderer/state/countWords.ts';
import { Field } from './Field.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';
import { Thumbnail } from './Thumbnail.tsx';

interface DescribeImagesProps {
  readonly images: readonly LibraryImage[];
  readonly at: number | null;
}

/** Asks what images show before they stand in the text. They get there in any case: it can be said later. */
export function DescribeImages({ images: taken, at }: DescribeImagesProps) {
  const { images, sheets } = useStudio();
  const [alts, setAlts] = useState(() => taken.map(() => ''));
  const field = useRef<HTMLInputElement>(null);
  const insert = () => {
    sheets.close('describeImages');
    images.insert(
      taken.map(({ name }, index) => ({ name, alt: alts[index] ?? '' })),
      at,
    );
  };
  return (
    <Sheet
      title={
        taken.length === 1
          ? 'What does it show?'
          : `What do the ${counted(taken.length, 'image')} show?`
      }
      lead="A few words for those who cannot see it. They can be written later, between the brackets."
      onClose={insert}
      initialFocus={field}
      actions={
        <>
          <button type="button" className="plain-button" onClick={insert}>
            Later
          </button>
          <button type="submit" form="describe-images" className="primary-button">
            Insert
          </button>
        </>
      }
    >
      <form
        id="describe-images"
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          insert();
        }}
      >
        {taken.map((image, index) => (
          <div key={image.hash} className="described-image">
            <Thumbnail image={image} />
            <Field label={image.name} htmlFor={`image-alt-${index}`}>
              <input
                ref={index === 0 ? field : null}
                id={`image-alt-${index}`}
                className="input"
                type="text"
                dir="auto"
                maxLength={1000}
                autoComplete="off"
                value={alts[index]}
                onChange={({ target }) => setAlts((before) => before.with(index, target.value))}
              />
            </Field>
          </div>
        ))}
      </form>
    </Sheet>
  );
}
