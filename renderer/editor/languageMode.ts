import { syntaxTree } from '@codemirror/language';
import {
  Compartment,
  EditorState,
  type Extension,
  Facet,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  judgeAround,
  judgeLineShapes,
  judgeSize,
  judgeText,
  longestLine,
  type Offence,
} from './budget/judgeText.ts';
import { markdownSupport } from './markdownSupport.ts';

/**
 * Parses the text as Markdown as long as that is quick. A change that would make it slow takes the
 * language away in its own transaction, before anything is parsed; a change that heals it, an undo for
 * example, brings it back. A text with a very long line is not wrapped either.
 */
export function languageMode(text: Text, support = markdownSupport()): Extension {
  const offence = judgeText(text);
  return [
    markdownAs.of(support),
    offenceField.init(() => offence),
    language.of(offence ? [] : support),
    wrapping.of(wrappingFor(offence)),
    EditorState.transactionExtender.of(followChange),
    EditorView.updateListener.of(({ view }) => {
      const support = view.state.facet(markdownAs);
      if (isHealed(view.state)) view.dispatch({ effects: languageEffects(null, support) });
    }),
  ];
}

/** Why the text is shown as plain text; null while it is Markdown. */
export function offenceOf(state: EditorState): Offence | null {
  return state.field(offenceField, false) ?? null;
}

/** The language of a text that is quick to parse. */
const markdownAs = Facet.define<Extension, Extension>({ combine: ([support = []]) => support });
const language = new Compartment();
const wrapping = new Compartment();
const setOffence = StateEffect.define<Offence | null>();

const offenceField = StateField.define<Offence | null>({
  create: () => null,
  update(offence, transaction) {
    for (const effect of transaction.effects) if (effect.is(setOffence)) return effect.value;
    return offence && transaction.docChanged ? moved(offence, transaction) : offence;
  },
});

function followChange(transaction: Transaction) {
  if (!transaction.docChanged) return null;
  const before = transaction.startState.field(offenceField);
  const after = before ? judgeAgain(before, transaction) : judgeChange(transaction);
  if (after === before) return null;
  if (after?.kind === before?.kind) return { effects: setOffence.of(after) };
  // A language that comes back in the transaction that heals would first parse the text before it.
  const effects = after ? languageEffects(after, []) : [];
  return { effects: [setOffence.of(after), ...effects] };
}

function isHealed(state: EditorState): boolean {
  return offenceOf(state) === null && language.get(state) !== state.facet(markdownAs);
}

function languageEffects(offence: Offence | null, shownAs: Extension) {
  return [language.reconfigure(shownAs), wrapping.reconfigure(wrappingFor(offence))];
}

function judgeChange(transaction: Transaction): Offence | null {
  const { newDoc, startState } = transaction;
  let offence = judgeSize(newDoc);
  transaction.changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    offence ??= isInsideCode(startState, fromA, toA)
      ? judgeLineShapes(newDoc, fromB, toB)
      : judgeAround(newDoc, fromB, toB);
  });
  return offence;
}

/** Looks at the whole text only when a change touched what offended and that is well now. */
function judgeAgain(before: Offence, transaction: Transaction): Offence | null {
  const { newDoc } = transaction;
  if (before.kind === 'size') return judgeSize(newDoc) ?? judgeText(newDoc);
  const now = moved(before, transaction);
  if (!transaction.changes.touchesRange(before.from, before.to)) return now;
  const still = judgeSize(newDoc) ?? judgeAround(newDoc, now.from, now.to);
  if (still) return still;
  return judgeText(newDoc);
}

function moved(offence: Offence, transaction: Transaction): Offence {
  const { changes } = transaction;
  return { ...offence, from: changes.mapPos(offence.from, -1), to: changes.mapPos(offence.to, 1) };
}

/** Inside the lines between the fences, where text is not parsed as Markdown. */
function isInsideCode(state: EditorState, from: number, to: number): boolean {
  for (let node = syntaxTree(state).resolve(from, -1); ; node = node.parent!) {
    if (node.name === 'FencedCode') {
      return from > state.doc.lineAt(node.from).to && to < state.doc.lineAt(node.to).from;
    }
    if (!node.parent) return false;
  }
}

function wrappingFor(offence: Offence | null): Extension {
  if (offence && offence.to - offence.from > longestLine && offence.kind === 'line') return [];
  return EditorView.lineWrapping;
}
