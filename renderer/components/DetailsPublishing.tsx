import type { DetailsProps } from './detailsProps.ts';
import { TextField } from './TextField.tsx';

/** What a site needs to publish the essay. */
export function DetailsPublishing({ essay, change, problem }: DetailsProps) {
  const hasCover = essay.coverImage.trim() !== '';
  return (
    <>
      <TextField
        id="details-language"
        label="Language"
        dir="ltr"
        inputMode="url"
        value={essay.language}
        problem={problem('language')}
        help="A language tag, for example en or pt-BR."
        onType={(language) => change({ language })}
      />
      <TextField
        id="details-canonical"
        label="Canonical URL"
        dir="ltr"
        inputMode="url"
        value={essay.canonicalUrl}
        problem={problem('canonicalUrl')}
        onType={(canonicalUrl) => change({ canonicalUrl })}
      />
      <TextField
        id="details-cover"
        label="Cover image"
        dir="ltr"
        inputMode="url"
        value={essay.coverImage}
        problem={problem('coverImage')}
        help="A URL or a path, as the site will know it."
        onType={(coverImage) => change({ coverImage })}
      />
      <TextField
        id="details-cover-alt"
        label="What the cover shows"
        value={essay.coverAlt}
        problem={problem('coverAlt')}
        help={hasCover && essay.coverAlt.trim() === '' ? 'For those who cannot see it.' : undefined}
        onType={(coverAlt) => change({ coverAlt })}
        rows={2}
      />
    </>
  );
}
