import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PackagingError } from './packagingError.ts';

/** The moment that everything made is dated with, so that the same source makes the same bytes: SOURCE_DATE_EPOCH, else the last commit's, else the changelog's. */
export function sourceDate(project: string, given: string | undefined): Date {
  if (given !== undefined && given !== '') {
    if (!/^\d{1,11}$/.test(given)) {
      throw new PackagingError(`SOURCE_DATE_EPOCH is “${given}”; it must be seconds since 1970.`);
    }
    return new Date(Number(given) * 1_000);
  }
  const commit = spawnSync('git', ['log', '-1', '--format=%ct'], {
    cwd: project,
    encoding: 'utf8',
  });
  const seconds = commit.status === 0 ? Number(commit.stdout.trim()) : 0;
  if (seconds > 0) return new Date(seconds * 1_000);
  return new Date(Math.floor(statSync(join(project, 'CHANGELOG.md')).mtimeMs / 1_000) * 1_000);
}
