import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { ExportReport, ImportProgress, ImportReport } from '#contract/exchange.ts';
import type { LibraryImage } from '#contract/images.ts';
import type { Target } from '#contract/publishing.ts';

/** The one sheet or dialog that lies over the window. */
type Sheet =
  | { readonly kind: 'details' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'outline' }
  | { readonly kind: 'preferences' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'nameVersion' }
  | { readonly kind: 'proof' }
  | { readonly kind: 'backups' }
  | { readonly kind: 'images' }
  | { readonly kind: 'deleteImages'; readonly images: readonly LibraryImage[] }
  | {
      readonly kind: 'describeImages';
      readonly images: readonly LibraryImage[];
      /** Where in the text they go; the selection gives way when null. */
      readonly at: number | null;
    }
  | { readonly kind: 'rescue' }
  /** Null for one that is to be added. */
  | { readonly kind: 'target'; readonly target: Target | null }
  | { readonly kind: 'about' }
  | { readonly kind: 'upgraded'; readonly copy: string }
  | { readonly kind: 'exported'; readonly report: ExportReport }
  | { readonly kind: 'importing'; readonly progress: ImportProgress | null }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | {
      readonly kind: 'deleteForGood';
      readonly ids: readonly EssayId[];
      readonly title: string;
    }
  | { readonly kind: 'leaving'; readonly failure: Failure };

export interface Sheets {
  readonly store: StoreApi<{ readonly sheet: Sheet | null }>;
  /** Lays the sheet over the window in place of the one that is there. */
  open(sheet: Sheet): void;
  /** Takes the sheet away; given a kind, only when it is of that kind. */
  close(kind?: Sheet['kind']): void;
}

export function createSheets(): Sheets {
  const store = createStore<{ sheet: Sheet | null }>(() => ({ sheet: null }));
  return {
    store,
    open: (sheet) => store.setState({ sheet }),
    close(kind) {
      if (kind && store.getState().sheet?.kind !== kind) return;
      store.setState({ sheet: null });
    },
  };
}
