import { runTool } from '../tools.ts';

/** A folder as .tar.xz under the name `top`, to be unpacked and run anywhere. The same folder gives the same bytes. */
export async function makeTarball(
  folder: string,
  path: string,
  { top, date }: { readonly top: string; readonly date: Date },
): Promise<void> {
  const seconds = Math.floor(date.getTime() / 1_000);
  const same = ['--sort=name', `--mtime=@${seconds}`, '--owner=0', '--group=0', '--numeric-owner'];
  // Names of files only: what a link says stays.
  const from = [`--transform=flags=r;s,^\\.,${top},`, '-C', folder, '.'];
  await runTool('tar', ['-cJf', path, ...same, ...from], { env: { XZ_OPT: '-6 -T1' } });
}
