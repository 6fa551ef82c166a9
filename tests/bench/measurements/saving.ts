import { watchTyping } from '../eventLoop.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';

const title = 'An essay of 100 KB';

/** How long the main process keeps others waiting while an essay is written and saved in a large library. */
export async function saving(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const large = await watchTyping(await workshop.large(effort.essays), title, effort.watched);
  const small = await watchTyping(await workshop.ofSizes(['100 KB']), title, effort.watched);
  return [
    {
      name: `event-loop delay while typing, ${effort.essays} essays, p99`,
      unit: 'ms',
      value: large.typing.p99,
      beside: { name: 'the same process idle', value: large.idle.p99 },
      bound: { kind: 'at most', value: 16 },
      detail: { large, small },
    },
  ];
}
