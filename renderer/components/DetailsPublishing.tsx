import type { DetailsProps } from './detailsProps.ts';
import { TextField } from './TextField.tsx';

/** What a site needs to publish the essay. */
export function DetailsPublishing({ essay, describe, problem }: DetailsProps) {
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
        onType={(language) => describe({ language })}
      />
      <TextField
        id="details-canonical"
        label="Canonical URL"
        dir="ltr"
        inputMode="url"
        value={essay.canonicalUrl}
        problem={problem('canonicalUrl')}
        onType={(canonicalUrl) => describe({ canonicalUrl })}
      />
      <TextField
        id="details-cover"
        label="Cover image"
        dir="ltr"
        inputMode="url"
        value={essay.coverImage}
        problem={problem('coverImage')}
        help="A URL or a path, as the site will know it."
        onType={(coverImage) => describe({ coverImage })}
      />
      <TextField
        id="details-cover-alt"
        label="What the cover shows"
        value={essay.coverAlt}
        problem={problem('coverAlt')}
        help={hasCover && essay.coverAlt.trim() === '' ? 'For those who cannot see it.' : undefined}
        onType={(coverAlt) => describe({ coverAlt })}
        rows={2}
      />
    </>
  );
}
