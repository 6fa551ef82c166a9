import { setTimeout } from 'node:timers/promises';
import { stopLibraryThreads } from '#library/libraryThread.ts';
import { openProof } from '#library/proof/openProof.ts';
import { openSearch } from '#library/search/openSearch.ts';

/** Has the library named proved and searched, and ends after the milliseconds named, in the middle of it. */
const [path, milliseconds] = process.argv.slice(2);
const worker = (of: string) => new URL(`../../electron/library/${of}/worker.ts`, import.meta.url);
const proof = openProof(path!, worker('proof'));
const search = openSearch(path!, worker('search'));
const all = [proof.prove(null), search.caughtUp()];
for (const each of all) each.catch(() => {});
await setTimeout(150 + Number(milliseconds));
proof.close();
await stopLibraryThreads();
process.exit(0);
