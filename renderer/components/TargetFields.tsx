import { useState } from 'react';
import { useStore } from 'zustand';
import { readConstant, writeConstant } from '#contract/constants.ts';
import type {
  FieldMapping,
  FrontMatterStyle,
  KindFacts,
  PublishedField,
  TargetSettings,
} from '#contract/publishing.ts';
import { fieldWords, styleWords } from '#renderer/state/targetWords.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import { useStudio } from './StudioContext.tsx';
import type { TargetPart } from './TargetSheet.tsx';
import { TextField } from './TextField.tsx';

/** How front matter is written: its style, the key of each field, and what every essay says. Nothing for kinds that have none. */
export function TargetFields({ settings, change }: TargetPart) {
  const { publishing } = useStudio();
  const kinds = useStore(publishing.store, (state) => state.kinds);
  const facts = kinds.find(({ kind }) => kind === settings.kind);
  if (!facts || facts.styles.length === 0) return null;
  return (
    <details className="target-details">
      <summary>Front matter</summary>
      <div className="fields">
        {facts.styles.length > 1 && <StyleField facts={facts} {...{ settings, change }} />}
        {(Object.keys(facts.keys) as PublishedField[]).map((field) => (
          <TextField
            key={field}
            id={`target-field-${field}`}
            label={fieldWords[field]}
            value={settings.fields[field] ?? facts.keys[field] ?? ''}
            dir="ltr"
            onType={(key) => change({ fields: withKey(settings.fields, facts, field, key) })}
          />
        ))}
        <ConstantsField {...{ settings, change }} />
      </div>
    </details>
  );
}

function StyleField({ settings, change, facts }: TargetPart & { readonly facts: KindFacts }) {
  return (
    <Field label="Written as" htmlFor="target-style">
      <Choice
        id="target-style"
        look="field"
        label="Written as"
        items={facts.styles.map((value) => ({ value, label: styleWords[value] }))}
        value={settings.style ?? facts.styles[0]!}
        onChange={(style: FrontMatterStyle) => change({ style })}
      />
    </Field>
  );
}

function ConstantsField({ settings, change }: TargetPart) {
  const [written, setWritten] = useState(() => writtenConstants(settings));
  return (
    <TextField
      id="target-constants"
      label="In every essay"
      value={written}
      help="One on a line, as layout: post"
      rows={2}
      dir="ltr"
      onType={(text) => {
        setWritten(text);
        change({ constants: readConstants(text) });
      }}
    />
  );
}

/** A key that is the kind's usual one is not kept: what is usual may change with the kind. */
function withKey(
  fields: FieldMapping,
  { keys }: KindFacts,
  field: PublishedField,
  key: string,
): FieldMapping {
  const { [field]: _, ...others } = fields;
  return key.trim() === keys[field] ? others : { ...others, [field]: key.trim() };
}

function writtenConstants({ constants }: TargetSettings): string {
  return Object.entries(constants)
    .map(([key, value]) => `${key}: ${writeConstant(value)}`)
    .join('\n');
}

function readConstants(text: string): TargetSettings['constants'] {
  const lines = text.split('\n').map((line) => /^\s*([^:]+?)\s*:\s*(.+)$/.exec(line));
  return Object.fromEntries(
    lines.flatMap((line) => (line ? [[line[1]!, readConstant(line[2]!)]] : [])),
  );
}
