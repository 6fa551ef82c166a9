import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { EditorView, type Panel, runScopeHandlers, type ViewUpdate } from '@codemirror/view';
import { countMatches, describeMatches } from './countMatches.ts';
import { button, field, row, toggle } from './panelParts.ts';

/** Find and replace in a quiet bar over the text. Enter finds the next, Shift-Enter the one before, Escape closes. */
export const findPanel: Extension = search({
  top: true,
  createPanel: (view) => new FindPanel(view),
  scrollToMatch: (range) => EditorView.scrollIntoView(range, { y: 'center' }),
});

/** Counting waits for a pause in typing. */
const countAfter = 120;

class FindPanel implements Panel {
  readonly dom: HTMLElement;
  readonly top = true;
  private readonly view: EditorView;
  private readonly find = field('Find', 'find');
  private readonly replace = field('Replace with', 'replace');
  private readonly matchCase = toggle('Match case', 'Aa', () => this.commit());
  private readonly wholeWord = toggle('Whole words', 'Words', () => this.commit());
  private readonly regexp = toggle('Regular expression', '.*', () => this.commit());
  private readonly report = document.createElement('output');
  private counting: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView) {
    this.view = view;
    this.find.setAttribute('main-field', 'true');
    this.report.className = 'cm-search-count';
    this.dom = document.createElement('div');
    this.dom.className = 'cm-search';
    this.dom.setAttribute('role', 'search');
    this.dom.append(
      row(
        this.find,
        this.report,
        button('Previous match', '↑', () => findPrevious(view)),
        button('Next match', '↓', () => findNext(view)),
        this.matchCase,
        this.wholeWord,
        this.regexp,
        button('Close find', '×', () => closeSearchPanel(view)),
      ),
      row(
        this.replace,
        button('Replace this match', 'Replace', () => replaceNext(view)),
        button('Replace all matches', 'Replace all', () => replaceAll(view)),
      ),
    );
    this.dom.addEventListener('keydown', (event) => this.press(event));
    this.find.addEventListener('input', () => this.commit());
    this.replace.addEventListener('input', () => this.commit());
    this.show(getSearchQuery(view.state));
  }

  mount(): void {
    this.find.select();
  }

  update(update: ViewUpdate): void {
    for (const transaction of update.transactions) {
      for (const effect of transaction.effects) {
        if (effect.is(setSearchQuery)) this.show(effect.value);
      }
    }
    if (update.docChanged || update.selectionSet) this.countSoon();
  }

  destroy(): void {
    clearTimeout(this.counting);
  }

  private show(query: SearchQuery): void {
    if (this.find.value !== query.search) this.find.value = query.search;
    if (this.replace.value !== query.replace) this.replace.value = query.replace;
    this.matchCase.setAttribute('aria-pressed', String(query.caseSensitive));
    this.wholeWord.setAttribute('aria-pressed', String(query.wholeWord));
    this.regexp.setAttribute('aria-pressed', String(query.regexp));
    this.countSoon();
  }

  private commit(): void {
    const query = new SearchQuery({
      search: this.find.value,
      replace: this.replace.value,
      caseSensitive: isPressed(this.matchCase),
      wholeWord: isPressed(this.wholeWord),
      regexp: isPressed(this.regexp),
      literal: !isPressed(this.regexp),
    });
    if (!query.eq(getSearchQuery(this.view.state))) {
      this.view.dispatch({ effects: setSearchQuery.of(query) });
    }
  }

  private countSoon(): void {
    clearTimeout(this.counting);
    this.counting = setTimeout(() => {
      const query = getSearchQuery(this.view.state);
      this.report.textContent = describeMatches(query, countMatches(query, this.view.state));
    }, countAfter);
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const inField = event.target === this.find || event.target === this.replace;
    if (runScopeHandlers(this.view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter' && inField) {
      event.preventDefault();
      this.commit();
      if (event.target === this.replace) replaceNext(this.view);
      else if (event.shiftKey) findPrevious(this.view);
      else findNext(this.view);
    }
  }
}

function isPressed(toggled: HTMLElement): boolean {
  return toggled.getAttribute('aria-pressed') === 'true';
}
