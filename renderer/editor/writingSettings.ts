import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

export interface WritingSettings {
  readonly spellCheck: boolean;
  /** BCP 47: tells the spelling check, hyphenation and screen readers how to read. */
  readonly language: string;
  readonly readOnly: boolean;
}

/** Settings that hold for every essay an editor shows, kept beside the states so that each can be brought up to date. */
export function writingSettings() {
  const compartment = new Compartment();
  let title = '';
  let settings: WritingSettings = { spellCheck: true, language: '', readOnly: false };
  return {
    change(to: Partial<WritingSettings>): void {
      settings = { ...settings, ...to };
    },
    /** For a new state. */
    extension(ofTitle: string): Extension {
      title = ofTitle;
      return compartment.of(extensionFor(settings, title));
    },
    /** Brings the state on screen up to date. */
    effects(ofTitle = title): StateEffect<unknown> {
      title = ofTitle;
      return compartment.reconfigure(extensionFor(settings, title));
    },
  };
}

function extensionFor(
  { spellCheck, language, readOnly }: WritingSettings,
  title: string,
): Extension {
  return [
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': title ? `Text of ${title}` : 'Text of the essay',
      spellcheck: String(spellCheck),
      autocapitalize: 'sentences',
      ...(language ? { lang: language } : {}),
    }),
  ];
}
