import { createHash } from 'node:crypto';
import { escapeText } from '#markdown/html/escape.ts';

interface RecordedEssay {
  readonly title: string;
  readonly revision: number;
  /** The SHA-256 of `lines`, in hex. */
  readonly head: string;
  /** The whole history, as contract/history.ts says. */
  readonly lines: string;
}

/**
 * A page that holds an essay's history, checks its hash, and replays it: in any browser, without a network and
 * without Longhand. `template` is `record/record.html` of the resources folder.
 */
export function historyRecord(essay: RecordedEssay, template: string): string {
  const script = /<script>([\s\S]*)<\/script>/.exec(template)?.[1] ?? '';
  const values: Readonly<Record<string, string>> = {
    'script-hash': createHash('sha256').update(script).digest('base64'),
    title: escapeText(essay.title),
    changes: String(essay.revision),
    head: essay.head,
    lines: escapeText(essay.lines),
  };
  return template.replace(/\{\{([a-z-]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
