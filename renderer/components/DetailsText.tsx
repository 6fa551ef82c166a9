import { excerptGuidance } from '#renderer/state/excerptGuidance.ts';
import type { DetailsProps } from './detailsProps.ts';
import { TextField } from './TextField.tsx';

/** What the essay is called, and how an index shows it. */
export function DetailsText({ essay, change, problem }: DetailsProps) {
  return (
    <>
      <TextField
        id="details-title"
        label="Title"
        value={essay.title}
        problem={problem('title')}
        onType={(title) => change({ title: title.replace(/\s*[\r\n]+\s*/g, ' ') })}
        rows={2}
      />
      <div className="with-action">
        <TextField
          id="details-slug"
          label="Slug"
          dir="ltr"
          inputMode="url"
          value={essay.slug}
          problem={problem('slug')}
          help={essay.slugIsSet ? 'Set by you.' : 'Follows the title.'}
          onType={(slug) => change({ slug })}
        />
        {essay.slugIsSet && (
          <button type="button" className="link-button" onClick={() => change({ slug: '' })}>
            Follow the title
          </button>
        )}
      </div>
      <TextField
        id="details-excerpt"
        label="Excerpt"
        value={essay.excerpt}
        problem={problem('excerpt')}
        help={excerptGuidance(essay.excerpt)}
        onType={(excerpt) => change({ excerpt })}
        rows={5}
      />
    </>
  );
}
