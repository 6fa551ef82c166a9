import { useStore } from 'zustand';
import { failureWords } from '#contract/errors.ts';
import { isReadOnly } from '#renderer/state/library.ts';
import { DetailsDates } from './DetailsDates.tsx';
import { DetailsPublishing } from './DetailsPublishing.tsx';
import { DetailsTags } from './DetailsTags.tsx';
import { DetailsText } from './DetailsText.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Everything a writer says about an essay, beside its text. Saved as it is typed. */
export function DetailsSheet() {
  const { desk, library, sheets } = useStudio();
  const essay = useStore(desk.store, (state) => state.essay);
  const refused = useStore(desk.store, (state) => state.refused);
  const readOnly = useStore(library.store, isReadOnly);
  if (!essay) return null;
  const parts = {
    essay,
    change: desk.describe,
    problem: (name: keyof typeof essay) =>
      refused && name in refused.patch ? failureWords(refused.failure) : undefined,
  };
  return (
    <Sheet title="Details" place="side" onClose={() => sheets.close('details')}>
      <fieldset className="fields" disabled={readOnly}>
        <legend className="unseen">Details of the essay</legend>
        <DetailsText {...parts} />
        <DetailsTags {...parts} />
        <DetailsPublishing {...parts} />
        <DetailsDates {...parts} />
      </fieldset>
      {essay.frontMatter !== '' && (
        <section className="front-matter" aria-label="Front matter">
          <h3 className="report-head">Front matter it came with</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
          <pre tabIndex={0} dir="ltr">
            {essay.frontMatter.trim()}
          </pre>
          <p className="field-help">Kept as it is; an export carries it on.</p>
        </section>
      )}
    </Sheet>
  );
}
