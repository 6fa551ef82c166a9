import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Names what is what in the text for the stylesheet: marks are dimmed, prose is set apart a little, code stays quiet. */
export const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.processingInstruction, class: 'cm-md-mark' },
    { tag: tags.heading, class: 'cm-md-heading' },
    { tag: tags.strong, class: 'cm-md-strong' },
    { tag: tags.emphasis, class: 'cm-md-emphasis' },
    { tag: tags.strikethrough, class: 'cm-md-struck' },
    { tag: tags.monospace, class: 'cm-md-code' },
    { tag: tags.special(tags.monospace), class: 'cm-md-formula' },
    { tag: tags.link, class: 'cm-md-link' },
    { tag: [tags.url, tags.labelName], class: 'cm-md-address' },
    { tag: tags.contentSeparator, class: 'cm-md-mark' },
    { tag: [tags.comment, tags.meta, tags.documentMeta], class: 'cm-code-comment' },
    { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], class: 'cm-code-keyword' },
    { tag: [tags.string, tags.regexp, tags.special(tags.string)], class: 'cm-code-string' },
    { tag: [tags.typeName, tags.className, tags.tagName], class: 'cm-code-name' },
  ]),
);
