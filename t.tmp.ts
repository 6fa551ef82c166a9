import { highlightCode } from '#markdown/plugins/highlightCode.ts';
const seeds = ['a','(','[','{','"',"'",'<','`','/','*','#','a ','<a ','$(', '/*', 'a.', '1', '_', 'a::', '@a', '=>','a<', ' ', '\t','A', '&', '${', '{{', '<?', '--', 'a, ', 'a(', 'a=', 'a*', '"\\', '- ', '[a', 'aA', 'a<b ', 'a: ', '~a/', "''", '\\'];
const t0 = performance.now(); let n = 0;
for (const l of 'c clojure cmake cpp csharp css dart diff dockerfile elixir elm erlang fsharp go graphql groovy haskell html http ini java javascript json julia kotlin latex less lisp lua makefile markdown mysql nginx nix objectivec ocaml perl php postgresql powershell protobuf python r ruby rust scala scheme scss shell sql sqlite swift toml typescript wasm xml yaml zig'.split(' ')) for (const s of seeds) { const c = s.repeat(Math.floor(4990/s.length));
  const u0 = process.cpuUsage().user; highlightCode(c, l); const u = (process.cpuUsage().user-u0)/1000; n++; if (u > 150) console.log(l, JSON.stringify(s), Math.round(u)); }
console.log(n, performance.now()-t0);
