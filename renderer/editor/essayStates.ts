import type { EditorState, StateEffect } from '@codemirror/state';

/** What an editor keeps of an essay that is not on screen. */
export interface KeptEssay {
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown> | null;
}

/** Essays and characters kept at most. An essay dropped loses its undo history and place, no text. */
const mostEssays = 30;
const mostCharacters = 20_000_000;

/** The essays an editor has shown lately, with their undo history, selection and place. */
export class EssayStates {
  private readonly kept = new Map<string, KeptEssay>();

  /** Hands an essay over and keeps it no longer. */
  take(id: string): KeptEssay | null {
    const essay = this.kept.get(id) ?? null;
    this.kept.delete(id);
    return essay;
  }

  /** Keeps an essay as the one used last, and drops those used longest ago past the bounds. */
  keep(id: string, essay: KeptEssay): void {
    this.kept.delete(id);
    this.kept.set(id, essay);
    let characters = 0;
    const ids = [...this.kept.keys()].reverse();
    ids.forEach((each, age) => {
      characters += this.kept.get(each)!.state.doc.length;
      if (age > 0 && (age >= mostEssays || characters > mostCharacters)) this.kept.delete(each);
    });
  }

  forget(id: string): void {
    this.kept.delete(id);
  }
}
