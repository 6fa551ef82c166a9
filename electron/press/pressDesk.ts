import type { PublishProgress } from '#contract/publishing.ts';
import type { Library } from '#library/openLibrary.ts';

/** What essays of a library are published with. */
export interface PressDesk {
  readonly library: Library;
  /** The folder with the page style, its fonts and the site's template. */
  readonly resources: string;
  /** The built publish/rendering/worker.ts. */
  readonly renderWorker: URL;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PublishProgress) => void;
}
