import { ChangeSet, Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import {
  type EditorPane,
  lastChangedLine,
  type PagePane,
  syncScroll,
} from '#renderer/preview/scrollSync.ts';

type Listener = (value: never) => void;

/** A pane of so many lines that remembers where it was sent. `scroll` is the writer's doing. */
function pane(lines: number) {
  let line = -1;
  const listeners = new Map<string, Set<Listener>>();
  const sent: (readonly [line: number, more?: Parameters<PagePane['scrollToLine']>[1]])[] = [];
  const tell = (event: string, value: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(value as never);
  };
  return {
    sent,
    tell,
    topLine: () => line,
    nearEnd: () => Math.max(0, line - (lines - 10)) / 10,
    scrollToLine(...to: (typeof sent)[number]) {
      sent.push(to);
      line = Math.min(to[0], lines);
    },
    on(event: string, listener: Listener) {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(listener));
      return () => those.delete(listener);
    },
    scroll(to: number) {
      line = to;
      tell('scroll', null);
    },
  };
}

function desk(lines = 1000) {
  let time = 0;
  const editor = pane(lines);
  const page = pane(lines);
  const sync = syncScroll(editor as unknown as EditorPane, page as unknown as PagePane, () => time);
  return {
    editor,
    page,
    sync,
    wait: (milliseconds: number) => (time += milliseconds),
    /** The text is on screen as it was typed. */
    paint: () => page.tell('textPainted', null),
  };
}

describe('the pane that the writer scrolls leads', () => {
  it('the page follows the editor', () => {
    const { editor, page } = desk();
    editor.scroll(12.5);
    expect(page.topLine()).toBe(12.5);
  });

  it('the editor follows the page', () => {
    const { editor, page } = desk();
    page.scroll(30.25);
    expect(editor.topLine()).toBe(30.25);
  });

  it('and at once the other, when the writer turns to that one', () => {
    const { editor, page } = desk();
    page.scroll(30);
    editor.scroll(33);
    expect(page.topLine()).toBe(33);
  });

  it('and the page is drawn to its end where the editor comes to its own', () => {
    const { editor, page } = desk(1000);
    editor.scroll(1000);
    expect(page.sent.at(-1)).toEqual([1000, { inView: null, nearEnd: 1 }]);
  });

  it('none, once they are parted', () => {
    const { editor, page, sync } = desk();
    sync.stop();
    editor.scroll(12);
    page.scroll(40);
    expect([editor.sent, page.sent]).toEqual([[], []]);
  });
});

it('a pane that was hidden catches up with the other', () => {
  const { editor, page, sync } = desk();
  editor.scroll(8);
  page.scrollToLine(0);
  sync.align('editor');
  expect(page.topLine()).toBe(8);
  page.scrollToLine(20);
  sync.align('page');
  expect(editor.topLine()).toBe(20);
});

describe('while text is typed', () => {
  const before = Text.of(['one', 'two', 'three']);
  const changes = ChangeSet.of({ from: 7, insert: ' and a half' }, before.length);
  const edit = { changes, text: changes.apply(before) };

  it('the page keeps the line typed in in view, once that is painted', () => {
    const { editor, page, paint } = desk();
    editor.tell('edit', edit);
    expect(page.sent).toEqual([]);
    paint();
    expect(page.sent).toEqual([[-1, { inView: 1, nearEnd: 0 }]]);
    editor.scroll(0.5);
    expect(page.sent.at(-1)).toEqual([0.5, { inView: 1, nearEnd: 0 }]);
  });

  it('but not any more when the writer scrolls away later', () => {
    const { editor, page, wait, paint } = desk();
    editor.tell('edit', edit);
    paint();
    wait(1000);
    editor.scroll(300);
    expect(page.sent.at(-1)).toEqual([300, { inView: null, nearEnd: 0 }]);
  });

  it('and not when the panes were parted before', () => {
    const { editor, page, sync, paint } = desk();
    editor.tell('edit', edit);
    sync.stop();
    paint();
    expect(page.sent).toEqual([]);
  });

  it('that line is the one the last change ends in', () => {
    const text = Text.of(['a', 'b', 'c']);
    const several = ChangeSet.of(
      [
        { from: 0, insert: 'x' },
        { from: 5, insert: '\nd\ne' },
      ],
      text.length,
    );
    expect(lastChangedLine(several, several.apply(text))).toBe(4);
    expect(lastChangedLine(ChangeSet.empty(text.length), text)).toBeNull();
  });
});
