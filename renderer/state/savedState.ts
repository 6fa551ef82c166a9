import type { DraftState } from './draft.ts';

/** What is true of text and fields together: the worse of the two; of two that are saved, the later. */
export function savedTogether(text: DraftState, fields: DraftState): DraftState {
  const rank = { failed: 3, saving: 2, unsaved: 1, saved: 0 };
  if (text.kind === 'saved' && fields.kind === 'saved') return text.at >= fields.at ? text : fields;
  return rank[text.kind] >= rank[fields.kind] ? text : fields;
}
