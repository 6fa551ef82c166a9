import { readdir } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { Essay } from '#contract/essay.ts';
import type { ExportFormat } from '#contract/exchange.ts';
import { fileName } from '#export/fileName.ts';

/** What to do with files of the same names in the folder: `never` when there are none, else what the writer says; null to stop. */
export async function askAboutFilesThere(
  window: BrowserWindow,
  folder: string,
  essays: Iterable<Essay>,
  format: ExportFormat,
): Promise<'never' | 'always' | null> {
  const there = await filesIn(folder);
  if (there.size === 0) return 'never';
  const taken = new Set<string>();
  let same = 0;
  let seen = 0;
  for (const essay of essays) {
    if (there.has(fileName(essay, format, taken).toLowerCase())) same += 1;
    seen += 1;
    // Thousands of essays are read here; a save must be able to come between.
    if (seen % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  if (same === 0) return 'never';
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message:
      same === 1
        ? 'One of these files is there already.'
        : `${same} of these files are there already.`,
    detail: 'Replacing them cannot be undone.',
    buttons: ['Leave Those Out', 'Replace', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
  });
  return (['never', 'always'] as const)[response] ?? null;
}

/** Names in lower case: most disks take them for the same. A folder that cannot be read is the export's to report. */
async function filesIn(folder: string): Promise<Set<string>> {
  const names = await readdir(folder).catch(() => []);
  return new Set(names.map((name) => name.toLowerCase()));
}
