import type { ChangeSet, Text } from '@codemirror/state';
import type { PreviewControl } from './createPreview.ts';

/** What the sync asks of the editor: fractional source lines, from -1 (the top of its title) on. */
export interface EditorPane {
  topLine(): number;
  /** From 0 to 1 as the last half window is scrolled through. */
  nearEnd(): number;
  /** Never told as a `scroll`, as little as the page's. */
  scrollToLine(line: number): void;
  on(event: 'scroll', listener: () => void): () => void;
  on(
    event: 'edit',
    listener: (edit: { readonly changes: ChangeSet; readonly text: Text }) => void,
  ): () => void;
}

export type PagePane = Pick<PreviewControl, 'topLine' | 'scrollToLine' | 'on'>;

export interface ScrollSync {
  /** Puts the line at the top of one pane at the top of the other: after a pane was hidden, say. */
  align(leader: 'editor' | 'page'): void;
  stop(): void;
}

/**
 * Keeps the line at the top of one pane at the top of the other, whichever the writer scrolls.
 * While text is typed the page follows as well, but never so far that the line typed in is out of its view.
 */
export function syncScroll(editor: EditorPane, page: PagePane, now = Date.now): ScrollSync {
  let isDue = false;
  let typed: { readonly line: number; readonly until: number } | null = null;

  function pageFollows(): void {
    const inView = typed && now() < typed.until ? typed.line : null;
    page.scrollToLine(editor.topLine(), { inView, nearEnd: editor.nearEnd() });
  }

  const editorFollows = () => editor.scrollToLine(page.topLine());

  const stops = [
    editor.on('scroll', pageFollows),
    editor.on('edit', ({ changes, text }) => {
      const line = lastChangedLine(changes, text);
      if (line === null) return;
      typed = { line, until: now() + typingTime };
      isDue = true;
    }),
    // What was typed is shown first: measuring the panes before would have it wait for the layout of both.
    page.on('textPainted', () => {
      if (isDue) pageFollows();
      isDue = false;
    }),
    page.on('scroll', editorFollows),
  ];

  return {
    align: (leader) => (leader === 'editor' ? pageFollows() : editorFollows()),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** The line that the last of the changes ends in, from 0; null where nothing changed. */
export function lastChangedLine(changes: ChangeSet, text: Text): number | null {
  let line: number | null = null;
  changes.iterChangedRanges((_from, _to, _fromAfter, toAfter) => {
    line = text.lineAt(toAfter).number - 1;
  });
  return line;
}

/** How long, in ms, after an edit the page keeps the edited line in view. */
const typingTime = 400;
