import { Toggle } from '@base-ui/react/toggle';
import { useStore } from 'zustand';
import type { FileStatus, TargetStatus } from '#contract/publishing.ts';
import { counted, grouped } from '#renderer/state/countWords.ts';
import { type FileGroup, fileGroups, reasonWords } from '#renderer/state/fileGroups.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { useStudio } from './StudioContext.tsx';

/** Files shown of a group at most; the rest is counted. */
const most = 200;

/** The files that are not as the library has them, by how they stand. */
export function PublishingFiles({ status }: { readonly status: TargetStatus }) {
  const groups = fileGroups(status.files);
  const same = status.files.filter(({ state }) => state === 'unchanged').length;
  return (
    <>
      {status.notes.map((note) => (
        <p key={note} className="publishing-note">
          {note}
        </p>
      ))}
      {groups.map((group) => (
        <Group key={group.name} group={group} />
      ))}
      {same > 0 && groups.length > 0 && (
        <p className="publishing-about">{counted(same, 'other file')} as published.</p>
      )}
    </>
  );
}

function Group({ group: { name, about, files } }: { readonly group: FileGroup }) {
  const id = `group-${name.replaceAll(' ', '-').toLowerCase()}`;
  return (
    <section className="publishing-part" aria-labelledby={id}>
      <h2 id={id} className="publishing-part-head">
        {name} <span className="publishing-count">{grouped(files.length)}</span>
      </h2>
      <p className="publishing-about">{about}</p>
      <ul className="file-list">
        {files.slice(0, most).map((file) => (
          <FileRow key={file.path} file={file} />
        ))}
        {files.length > most && <li className="reason">and {grouped(files.length - most)} more</li>}
      </ul>
    </section>
  );
}

/** Whoever comes back from a file is where they were. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}

function FileRow({ file }: { readonly file: FileStatus }) {
  const { publishing } = useStudio();
  const isReplaced = useStore(publishing.store, (state) => state.replace.has(file.path));
  const cameFromHere = useStore(publishing.store, (state) => state.shownLast === file.path);
  const reasons = reasonWords(file);
  return (
    <li className="file-line">
      <button
        ref={cameFromHere ? focusOnce : null}
        type="button"
        className="file-row"
        title="What would change"
        onClick={() => publishing.show(file.path)}
      >
        <span className="file-title" dir="auto">
          {titleWords(file.title)}
        </span>
        <span className="reason">
          {file.path}
          {reasons && `, ${reasons}`}
        </span>
      </button>
      {file.isHeld && (
        <Toggle
          className="plain-button"
          pressed={isReplaced}
          aria-label={`Write over ${file.path}`}
          onPressedChange={(pressed) => publishing.setReplaced(file.path, pressed)}
        >
          Write over
        </Toggle>
      )}
    </li>
  );
}
