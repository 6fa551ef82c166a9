import { clike } from '@codemirror/legacy-modes/mode/clike';
import { simpleMode } from '@codemirror/legacy-modes/mode/simple-mode';

/** Languages that writers use and CodeMirror has no stream parser for, or a slow one: kept to what a reader needs to see. */
export const elixir = simpleMode({
  start: [
    { regex: /#.*/, token: 'comment' },
    { regex: /@?"""/, token: 'string', next: 'heredoc' },
    { regex: /"(?:[^"\\]|\\.)*"?/, token: 'string' },
    { regex: /'(?:[^'\\]|\\.)*'?/, token: 'string' },
    { regex: /~[a-zA-Z]([/|"'])(?:(?!\1)[^\\]|\\.)*\1?[a-z]*/, token: 'string.special' },
    { regex: /:[a-zA-Z_]\w*[?!]?|[a-zA-Z_]\w*[?!]?:(?=\s)/, token: 'atom' },
    { regex: /@[a-z_]\w*/, token: 'meta' },
    { regex: /[A-Z]\w*(?:\.[A-Z]\w*)*/, token: 'typeName' },
    {
      regex: /(defp?|defmacrop?)(\s+)([a-z_]\w*[?!]?)/,
      token: ['keyword', '', 'variableName.definition'],
    },
    {
      regex: words(
        'after and case catch cond def defdelegate defexception defguard defimpl defmacro defmodule defp defprotocol defstruct do else end fn for if import in not or quote raise receive require rescue super throw try unless unquote use when with',
      ),
      token: 'keyword',
    },
    { regex: words('true false nil'), token: 'atom' },
    { regex: /0x[\da-f]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/i, token: 'number' },
    { regex: /[a-z_]\w*[?!]?/ },
  ],
  heredoc: [
    { regex: /.*?"""/, token: 'string', next: 'start' },
    { regex: /.*/, token: 'string' },
  ],
});

export const erlang = simpleMode({
  start: [
    { regex: /%.*/, token: 'comment' },
    { regex: /"(?:[^"\\]|\\.)*"?/, token: 'string' },
    { regex: /'(?:[^'\\]|\\.)*'?/, token: 'atom' },
    { regex: /-[a-z]\w*(?=\()/, sol: true, token: 'meta' },
    { regex: /[a-z][\w@]*(?=\()/, sol: true, token: 'variableName.definition' },
    {
      regex: words(
        'after and andalso begin case catch else end fun if maybe not of or orelse receive rem try when xor',
      ),
      token: 'keyword',
    },
    { regex: /[A-Z_][\w@]*/, token: 'variableName.special' },
    { regex: /[?#][A-Za-z]\w*/, token: 'macroName' },
    { regex: /\d+#[\da-z]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/i, token: 'number' },
    { regex: /[a-z][\w@]*/ },
  ],
});

export const graphql = {
  ...simpleMode({
    start: [
      { regex: /#.*/, token: 'comment' },
      { regex: /"""/, token: 'string', next: 'block' },
      { regex: /"(?:[^"\\]|\\.)*"?/, token: 'string' },
      {
        regex: words(
          'query mutation subscription fragment on schema type interface union enum input scalar directive extend implements repeatable',
        ),
        token: 'keyword',
      },
      { regex: words('true false null'), token: 'atom' },
      { regex: words('Int Float String Boolean ID'), token: 'variableName.standard' },
      { regex: /\$\w+/, token: 'variableName.special' },
      { regex: /@\w+/, token: 'meta' },
      { regex: /-?\d+(?:\.\d+)?/, token: 'number' },
      { regex: /\w+(?=\s*:)/, token: 'propertyName' },
      { regex: /[A-Z]\w*/, token: 'typeName' },
      { regex: /\w+/ },
    ],
    block: [
      { regex: /.*?"""/, token: 'string', next: 'start' },
      { regex: /.*/, token: 'string' },
    ],
  }),
  name: 'graphql',
};

export const makefile = simpleMode({
  start: [
    { regex: /\t[@-]*/, sol: true, next: 'recipe' },
    { regex: /#.*/, token: 'comment' },
    { regex: /\$[({][^)}]*[)}]|\$[@<^+?*%|]/, token: 'variableName.special' },
    {
      regex:
        /(?:include|define|endef|ifeq|ifneq|ifdef|ifndef|else|endif|export|unexport|override|vpath)\b/,
      sol: true,
      token: 'keyword',
    },
    { regex: /\.[A-Z_]+(?=\s*:)/, sol: true, token: 'meta' },
    { regex: /[^\s:=$#]+(?=\s*(?:::?=|[?+!]?=))/, sol: true, token: 'variableName.definition' },
    { regex: /[^\s:=$#]+(?=[^:=]*:)/, sol: true, token: 'heading' },
    { regex: /[^\s$#]+/ },
  ],
  recipe: [
    { regex: /\t[@-]*/, sol: true },
    { regex: /(?=\S)/, sol: true, next: 'start' },
    { regex: /\$\$?[({][^)}]*[)}]|\$\$?[\w@<^+?*%|]/, token: 'variableName.special' },
    { regex: /"(?:[^"\\]|\\.)*"?|'[^']*'?/, token: 'string' },
    { regex: /#.*/, token: 'comment' },
    { regex: /[^\s$"'#]+/ },
  ],
});

export const markdown = {
  ...simpleMode({
    start: [
      { regex: /#{1,6}\s.*/, sol: true, token: 'heading' },
      { regex: />.*/, sol: true, token: 'quote' },
      { regex: /(?:`{3,}|~{3,}).*/, sol: true, token: 'string', next: 'fence' },
      { regex: /\s*(?:[-*+]|\d+[.)])\s/, sol: true, token: 'keyword' },
      { regex: /`[^`]*`?/, token: 'string' },
      { regex: /\*\*[^*]+\*\*|__[^_]+__/, token: 'strong' },
      { regex: /\*[^*\s][^*]*\*|_[^_\s][^_]*_/, token: 'emphasis' },
      { regex: /!?\[[^\]]*\]\([^)]*\)|<https?:[^>]*>|https?:\S+/, token: 'link' },
      { regex: /<!--.*?(?:-->|$)/, token: 'comment' },
      { regex: /[^`*_![<h]+/ },
    ],
    fence: [
      { regex: /(?:`{3,}|~{3,})\s*$/, sol: true, token: 'string', next: 'start' },
      { regex: /.*/, token: 'string' },
    ],
  }),
  name: 'markdown',
};

export const nix = {
  ...simpleMode({
    start: [
      { regex: /#.*/, token: 'comment' },
      { regex: /\/\*/, token: 'comment', next: 'comment' },
      { regex: /''/, token: 'string', next: 'lines' },
      { regex: /"(?:[^"\\]|\\.)*"?/, token: 'string' },
      { regex: words('let in with rec inherit if then else assert or import'), token: 'keyword' },
      { regex: words('true false null'), token: 'atom' },
      {
        regex: words('builtins throw abort map toString derivation'),
        token: 'variableName.standard',
      },
      { regex: /[\w.'-]+(?=\s*=[^=])/, token: 'propertyName' },
      { regex: /\d+(?:\.\d+)?/, token: 'number' },
      { regex: /[a-zA-Z_][\w'-]*/ },
    ],
    comment: [
      { regex: /.*?\*\//, token: 'comment', next: 'start' },
      { regex: /.*/, token: 'comment' },
    ],
    lines: [
      { regex: /.*?''/, token: 'string', next: 'start' },
      { regex: /.*/, token: 'string' },
    ],
  }),
  name: 'nix',
};

export const php = clike({
  name: 'php',
  keywords: table(
    'abstract and as break case catch class clone const continue declare default do echo else elseif enum extends final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface isset list match namespace new or print private protected public readonly require require_once return static switch throw trait try unset use var while xor yield',
  ),
  types: table('array bool callable float int iterable mixed never object parent self string void'),
  atoms: table(
    'true false null TRUE FALSE NULL __CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__ __NAMESPACE__',
  ),
  multiLineStrings: true,
  hooks: {
    $: (stream: { eatWhile(chars: RegExp): boolean }) => {
      stream.eatWhile(/[\w$]/);
      return 'variableName.special';
    },
    '#': (stream: { peek(): string | undefined; skipToEnd(): void }) => {
      if (stream.peek() === '[') return 'meta';
      stream.skipToEnd();
      return 'comment';
    },
    '<': (stream: { match(text: RegExp): unknown }) =>
      stream.match(/^\?(?:php|=)?/) ? 'meta' : false,
    '?': (stream: { match(text: string): unknown }) => (stream.match('>') ? 'meta' : false),
  },
});

export const yaml = {
  ...simpleMode({
    start: [
      { regex: /(?:---|\.\.\.|%[A-Z]).*/, sol: true, token: 'meta' },
      { regex: /#.*/, token: 'comment' },
      { regex: /[-?](?=\s|$)/, token: 'meta' },
      { regex: /"(?:[^"\\]|\\.)*"(?=\s*:)|'[^']*'(?=\s*:)/, token: 'propertyName' },
      { regex: /"(?:[^"\\]|\\.)*"?|'[^']*'?/, token: 'string' },
      { regex: /[&*][^\s,\]}]+/, token: 'labelName' },
      { regex: /![^\s,\]}]*/, token: 'typeName' },
      { regex: /[^\s\-?:,[\]{}#&*!|>'"%@`][^:#,[\]{}]*(?=:(?:\s|$))/, token: 'propertyName' },
      { regex: /(?:true|false|null|yes|no|on|off|~)(?=\s*(?:[,\]}#]|$))/i, token: 'atom' },
      { regex: /[-+]?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?(?=\s*(?:[,\]}#]|$))/i, token: 'number' },
      { regex: /[|>][-+\d]*\s*$/, token: 'meta' },
      { regex: /[^\s,[\]{}:#]+/ },
    ],
  }),
  name: 'yaml',
};

export const zig = clike({
  name: 'zig',
  keywords: table(
    'addrspace align allowzero and anyframe anytype asm async await break callconv catch comptime const continue defer else enum errdefer error export extern fn for if inline linksection noalias noinline nosuspend opaque or orelse packed pub resume return struct suspend switch test threadlocal try union unreachable usingnamespace var volatile while',
  ),
  types: table(
    'anyerror bool c_char c_int c_long c_short c_uint c_ulong comptime_float comptime_int f16 f32 f64 f128 i8 i16 i32 i64 i128 isize noreturn type u8 u16 u32 u64 u128 usize void',
  ),
  atoms: table('true false null undefined'),
  hooks: {
    '@': (stream: { eatWhile(chars: RegExp): boolean }) => {
      stream.eatWhile(/\w/);
      return 'variableName.standard';
    },
  },
});

function words(list: string): RegExp {
  return new RegExp(`(?:${list.split(' ').join('|')})\\b`);
}

function table(list: string): Record<string, true> {
  return Object.fromEntries(list.split(' ').map((word) => [word, true]));
}
