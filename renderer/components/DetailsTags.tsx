import type { DetailsProps } from './detailsProps.ts';
import { Field } from './Field.tsx';
import { SeriesField } from './SeriesField.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import { TagField } from './TagField.tsx';
import { TextField } from './TextField.tsx';

/** Where the essay stands: its status, tags, and place in a series. */
export function DetailsTags({ essay, change, problem }: DetailsProps) {
  return (
    <>
      <Field label="Status" htmlFor="details-status">
        <StatusMenu
          id="details-status"
          look="field"
          status={essay.status}
          onChange={(status) => change({ status })}
        />
      </Field>
      <TagField tags={essay.tags} problem={problem('tags')} onChange={(tags) => change({ tags })} />
      <div className="series">
        <SeriesField
          series={essay.series}
          problem={problem('series')}
          onType={(series) => change({ series })}
        />
        <TextField
          id="details-place"
          label="Place"
          inputMode="numeric"
          value={essay.seriesPlace === null ? '' : String(essay.seriesPlace)}
          problem={problem('seriesPlace')}
          onType={(value) => {
            const place = Number.parseInt(value, 10);
            // Infinity could not be sent; any other number is refused with a sentence.
            change({ seriesPlace: place > 0 ? Math.min(place, Number.MAX_VALUE) : null });
          }}
        />
      </div>
    </>
  );
}
