import { momentWords } from '#renderer/state/dateWords.ts';
import { DateField } from './DateField.tsx';
import type { DetailsProps } from './detailsProps.ts';

/** When the essay was written, published and changed. */
export function DetailsDates({ essay, change, problem }: DetailsProps) {
  return (
    <>
      <div className="with-action">
        <DateField
          id="details-published"
          label="Published"
          value={essay.publishedAt}
          problem={problem('publishedAt')}
          onChange={(publishedAt) => change({ publishedAt })}
        />
        {essay.publishedAt === null && (
          <button
            type="button"
            className="link-button"
            onClick={() => change({ publishedAt: new Date().toISOString() })}
          >
            Now
          </button>
        )}
      </div>
      <DateField
        id="details-created"
        label="Written"
        value={essay.createdAt}
        problem={problem('createdAt')}
        onChange={(createdAt) => createdAt !== null && change({ createdAt })}
      />
      <p className="field-help">Last changed {momentWords(essay.updatedAt)}.</p>
    </>
  );
}
