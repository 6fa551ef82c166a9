import { Text } from '@codemirror/state';
import type { EssayFields } from '#contract/essay.ts';
import type { DescriptionPatch, Entry } from '#contract/history.ts';
import { applyEdits } from './applyEdits.ts';
import { type Moment, momentsOf, startOf } from './moments.ts';

/**
 * The whole life of an essay, moment by moment. Moments count from 0, the essay as it began. Any moment's text is
 * had by a few hundred edits at most: every so often the text is kept, and texts share what they have in common.
 */
export interface Past {
  readonly moments: readonly Moment[];
  /** The text at a moment. */
  readonly text: (moment: number) => Text;
  /** The last moment whose text is another than the one before; 0 when none is. */
  readonly lastChange: () => number;
  /** The title and the like at a moment. */
  readonly fields: (moment: number) => EssayFields;
  /** Adds an entry. Throws a RangeError, and adds nothing of it, where it does not fit what came before. */
  readonly add: (entry: Entry) => void;
}

/** Moments between two texts that are kept. */
const stride = 250;

export function createPast(): Past {
  const moments: Moment[] = [];
  const kept: Text[] = [];
  const described: { readonly from: number; readonly fields: EssayFields }[] = [];
  let newest = Text.empty;
  let near = { moment: 0, text: Text.empty };
  let lastChange = 0;

  function add(entry: Entry): void {
    const start = startOf(entry);
    if ((start === null) === (moments.length === 0)) {
      throw new RangeError('A history has one beginning, which is its first entry.');
    }
    let text = start ? Text.of(start.body.split(/\r\n?|\n/)) : newest;
    const more = momentsOf(entry);
    const texts = more.map((moment) => {
      if (moment.kind === 'text') text = applyEdits(text, moment.edits);
      return text;
    });
    more.forEach((moment, index) => {
      if (moments.length % stride === 0) kept.push(texts[index]!);
      describe(moment.kind === 'fields' ? moment.fields : start?.description);
      if (moment.kind === 'text') lastChange = moments.length;
      moments.push(moment);
    });
    newest = text;
  }

  function describe(patch: DescriptionPatch | undefined): void {
    if (!patch) return;
    // The first is the essay's beginning, which says all there is to say.
    const fields = { ...(described.at(-1)?.fields as EssayFields), ...patch };
    described.push({ from: moments.length, fields });
  }

  return {
    moments,
    add,
    lastChange: () => lastChange,
    text(moment) {
      if (moment === moments.length - 1) return newest;
      const place = Math.floor(moment / stride);
      // A little after the moment asked for last, there is less to do from there.
      const isNear = near.moment <= moment && near.moment > place * stride;
      let text = isNear ? near.text : kept[place]!;
      for (let next = (isNear ? near.moment : place * stride) + 1; next <= moment; next++) {
        const change = moments[next]!;
        if (change.kind === 'text') text = applyEdits(text, change.edits);
      }
      near = { moment, text };
      return text;
    },
    fields(moment) {
      let low = 0;
      for (let high = described.length - 1; low < high; ) {
        const middle = (low + high + 1) >> 1;
        if (described[middle]!.from <= moment) low = middle;
        else high = middle - 1;
      }
      return described[low]!.fields;
    },
  };
}
