import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Failure, toFailure } from '#contract/errors.ts';
import { newTarget } from '#contract/newTarget.ts';
import type { Target, TargetKind, TargetSettings } from '#contract/publishing.ts';
import { kindWords } from '#renderer/state/targetWords.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';
import { TargetFields } from './TargetFields.tsx';
import { TargetPath } from './TargetPath.tsx';
import { TargetRules } from './TargetRules.tsx';
import { TargetSite } from './TargetSite.tsx';
import { TargetStatuses } from './TargetStatuses.tsx';
import { TextField } from './TextField.tsx';

/** A part of the form: what is said now, and a way to say something else. */
export interface TargetPart {
  readonly settings: TargetSettings;
  readonly change: (patch: Partial<TargetSettings>) => void;
}

/** Says all that there is to say of a target: a new one where none is given. Nothing is kept before it is saved. */
export function TargetSheet({ target }: { readonly target: Target | null }) {
  const { publishing, preferences, sheets } = useStudio();
  const author = useStore(preferences.store, (state) => state.author);
  const [settings, setSettings] = useState(() => settingsOf(target, author));
  const [names, setNames] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => {
    publishing.readNames().then(
      (known) => setNames((typed) => typed ?? known.join('\n')),
      (thrown) => setFailure(toFailure(thrown)),
    );
  }, [publishing]);
  const close = () => sheets.close('target');
  const change = (patch: Partial<TargetSettings>) => {
    setFailure(null);
    setSettings((before) => ({ ...before, ...patch }));
  };
  const save = async () => {
    setSaving(true);
    try {
      const named = { ...settings, name: settings.name.trim() || kindWords[settings.kind] };
      await publishing.save(target?.id ?? null, named);
      if (names !== null) await publishing.setNames(names.split('\n'));
      close();
    } catch (thrown) {
      setFailure(toFailure(thrown));
      setSaving(false);
    }
  };
  return (
    <Sheet
      title={target ? `Settings of ${target.name}` : 'Add a target'}
      place="side"
      closeWord="Cancel"
      onClose={close}
      actions={
        <>
          {failure && (
            <p className="target-problem" role="alert">
              {failure.message} {failure.advice}
            </p>
          )}
          {target && (
            <button
              type="button"
              className="quiet-button"
              onClick={() => {
                close();
                publishing.remove(target.id);
              }}
            >
              Take off the list
            </button>
          )}
          <span className="actions-rest" />
          <button
            type="submit"
            form="target"
            className="primary-button"
            disabled={isSaving || settings.folder === ''}
          >
            {target ? 'Save' : 'Add'}
          </button>
        </>
      }
    >
      <form
        id="target"
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Kind" htmlFor="target-kind">
          <Choice
            id="target-kind"
            look="field"
            label="Kind"
            items={kindItems}
            value={settings.kind}
            onChange={(kind) => change({ kind, style: null, fields: {} })}
          />
        </Field>
        <TextField
          id="target-name"
          label="Name"
          value={settings.name}
          help={
            settings.name.trim() === ''
              ? `${kindWords[settings.kind]} if you give none.`
              : undefined
          }
          onType={(name) => change({ name })}
        />
        <TargetPath
          label="Folder"
          path={settings.folder}
          help={folderHelp[settings.kind] ?? 'Where the files go.'}
          ask="targets.chooseFolder"
          onChoose={(folder) => change({ folder })}
        />
        <TextField
          id="target-address"
          label="Address on the web"
          value={settings.baseUrl}
          help="https://…, where readers find it. Feeds and canonical addresses need it."
          dir="ltr"
          inputMode="url"
          onType={(baseUrl) => change({ baseUrl: baseUrl.trim() })}
        />
        <TextField
          id="target-author"
          label="Author"
          value={settings.author}
          onType={(name) => change({ author: name })}
        />
        <TargetStatuses settings={settings} change={change} />
        {settings.kind === 'site' && <TargetSite settings={settings} change={change} />}
        <TargetFields settings={settings} change={change} />
        <TargetRules settings={settings} change={change} />
        {names !== null && (
          <TextField
            id="target-names"
            label="Names that must not leave"
            value={names}
            help="Of people, customers, systems, one on a line. For every target."
            rows={3}
            onType={setNames}
          />
        )}
      </form>
    </Sheet>
  );
}

const kindItems = (Object.keys(kindWords) as TargetKind[]).map((value) => ({
  value,
  label: kindWords[value],
}));

const folderHelp: Readonly<Partial<Record<TargetKind, string>>> = {
  hugo: 'The folder of the posts, as content/posts.',
  jekyll: 'The folder of the site: essays go to its _posts.',
  astro: 'The folder of the posts, as src/content/blog.',
  eleventy: 'The folder of the posts.',
  mdx: 'The folder of the posts.',
  site: 'An empty folder: the whole site is written to it.',
};

function settingsOf(target: Target | null, author: string): TargetSettings {
  if (!target) return { ...newTarget('site'), author };
  const { id: _, ...settings } = target;
  return settings;
}
