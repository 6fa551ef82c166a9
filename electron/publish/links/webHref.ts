import type { EssayFacts, Target } from '#contract/publishing.ts';

/** The full address of an essay on the web, for places where no relative one holds; '' when none is known. */
export function webHref({ essay }: { essay: EssayFacts }, { baseUrl }: Target): string {
  if (/^https?:\/\//i.test(essay.canonicalUrl.trim())) return essay.canonicalUrl.trim();
  return baseUrl ? `${baseUrl.replace(/\/+$/, '')}/${encodeURIComponent(essay.slug)}` : '';
}
