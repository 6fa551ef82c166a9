import * as clike from '@codemirror/legacy-modes/mode/clike';
import { clojure } from '@codemirror/legacy-modes/mode/clojure';
import { commonLisp } from '@codemirror/legacy-modes/mode/commonlisp';
import { css, less, sCSS } from '@codemirror/legacy-modes/mode/css';
import { diff } from '@codemirror/legacy-modes/mode/diff';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { elm } from '@codemirror/legacy-modes/mode/elm';
import { go } from '@codemirror/legacy-modes/mode/go';
import { groovy } from '@codemirror/legacy-modes/mode/groovy';
import { haskell } from '@codemirror/legacy-modes/mode/haskell';
import { http } from '@codemirror/legacy-modes/mode/http';
import { javascript, json, typescript } from '@codemirror/legacy-modes/mode/javascript';
import { julia } from '@codemirror/legacy-modes/mode/julia';
import { lua } from '@codemirror/legacy-modes/mode/lua';
import { fSharp, oCaml } from '@codemirror/legacy-modes/mode/mllike';
import { nginx } from '@codemirror/legacy-modes/mode/nginx';
import { perl } from '@codemirror/legacy-modes/mode/perl';
import { powerShell } from '@codemirror/legacy-modes/mode/powershell';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { protobuf } from '@codemirror/legacy-modes/mode/protobuf';
import { python } from '@codemirror/legacy-modes/mode/python';
import { r } from '@codemirror/legacy-modes/mode/r';
import { ruby } from '@codemirror/legacy-modes/mode/ruby';
import { rust } from '@codemirror/legacy-modes/mode/rust';
import { scheme } from '@codemirror/legacy-modes/mode/scheme';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { mySQL, pgSQL, sqlite, standardSQL } from '@codemirror/legacy-modes/mode/sql';
import { stex } from '@codemirror/legacy-modes/mode/stex';
import { swift } from '@codemirror/legacy-modes/mode/swift';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { wast } from '@codemirror/legacy-modes/mode/wast';
import { html, xml } from '@codemirror/legacy-modes/mode/xml';
import type { StreamParser } from '@codemirror/streamparser';
import {
  elixir,
  erlang,
  graphql,
  makefile,
  markdown,
  nix,
  php,
  yaml,
  zig,
} from './furtherModes.ts';

/** The parser for a language as a fence names it, in any case; undefined for one that is not known. */
export function languageNamed(name: string): StreamParser<unknown> | undefined {
  return parsers.get(name.toLowerCase());
}

const named: readonly (readonly [names: string, parser: StreamParser<unknown>])[] = [
  ['c h', clike.c],
  ['clojure clj cljs cljc edn', clojure],
  ['cpp c++ cc cxx hpp h++ hh', clike.cpp],
  ['csharp cs c#', clike.csharp],
  ['css', css],
  ['dart', clike.dart],
  ['diff patch', diff],
  ['dockerfile docker containerfile', dockerFile],
  ['elixir ex exs', elixir],
  ['elm', elm],
  ['erlang erl', erlang],
  ['fsharp fs f#', fSharp],
  ['go golang', go],
  ['graphql gql', graphql],
  ['groovy gradle', groovy],
  ['haskell hs', haskell],
  ['html htm xhtml vue svelte', html],
  ['http', http],
  ['ini properties conf cfg editorconfig gitconfig dotenv env', properties],
  ['java', clike.java],
  ['javascript js jsx mjs cjs node', javascript],
  ['json json5 jsonc jsonl ndjson webmanifest', json],
  ['julia jl', julia],
  ['kotlin kt kts', clike.kotlin],
  ['latex tex', stex],
  ['less', less],
  ['lisp common-lisp elisp', commonLisp],
  ['lua', lua],
  ['makefile make mk', makefile],
  ['markdown md mdx', markdown],
  ['mysql mariadb', mySQL],
  ['nginx', nginx],
  ['nix', nix],
  ['objectivec objc obj-c objective-c', clike.objectiveC],
  ['ocaml ml', oCaml],
  ['perl pl pm', perl],
  ['php', php],
  ['postgresql postgres pgsql plpgsql', pgSQL],
  ['powershell ps1 pwsh ps', powerShell],
  ['protobuf proto', protobuf],
  ['python py python3 pyi', python],
  ['r', r],
  ['ruby rb', ruby],
  ['rust rs', rust],
  ['scala sc', clike.scala],
  ['scheme racket', scheme],
  ['scss sass', sCSS],
  ['shell bash sh zsh fish console terminal shell-session sh-session', shell],
  ['sql', standardSQL],
  ['sqlite', sqlite],
  ['swift', swift],
  ['toml', toml],
  ['typescript ts tsx mts cts', typescript],
  ['wasm wat wast', wast],
  ['xml svg rss atom plist', xml],
  ['yaml yml', yaml],
  ['zig', zig],
];

const parsers: ReadonlyMap<string, StreamParser<unknown>> = new Map(
  named.flatMap(([names, parser]) => names.split(' ').map((name) => [name, parser] as const)),
);

/** Every name a fence can give. */
export const languageNames: readonly string[] = [...parsers.keys()];
