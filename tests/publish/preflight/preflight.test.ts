import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Essay } from '#contract/essay.ts';
import type { Target } from '#contract/publishing.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { linkBook } from '#publish/links/linkBook.ts';
import { preflight } from '#publish/preflight/preflight.ts';
import { rules } from '#publish/preflight/rules.ts';
import { renderHere } from '#publish/rendering/render.ts';
import { essayWith } from '../../export/essayWith.ts';
import { shelfOf, targetWith } from '../targetWith.ts';

const published = linkBook(shelfOf({ slug: 'leases', title: 'Leases' }).essays);
const all = linkBook(
  shelfOf({ slug: 'leases', title: 'Leases' }, { slug: 'draft', title: 'A Draft' }).essays,
);

interface Asked {
  readonly essay?: Partial<Essay>;
  readonly target?: Partial<Target>;
  readonly names?: readonly string[];
}

const look = (essay: Partial<Essay>, target?: Partial<Target>, names: readonly string[] = []) => {
  const whole = essayWith(essay);
  const page = renderHere(whole.body);
  return preflight(whole, targetWith(target), { page, known: { published, all }, names });
};
const findings = ({ essay, target, names }: Asked) =>
  look({ excerpt: 'Two sentences.', ...essay }, target, names);
const found = (rule: string, asked: Asked) =>
  findings(asked)
    .filter((finding) => finding.rule === rule)
    .map(({ line, message }) => (line === null ? message : `${line}: ${message}`));
const inBody = (rule: string, body: string, target: Partial<Target> = {}) =>
  found(rule, { essay: { body }, target });

test('the sample essays have nothing that blocks', () => {
  for (const name of readdirSync('resources/samples').filter((each) => each.endsWith('.md'))) {
    const { essay } = readMarkdownFile(readFileSync(`resources/samples/${name}`), name);
    const blocking = look(essay, { kind: 'site' });
    expect(
      blocking.filter(({ weight }) => weight === 'blocking'),
      name,
    ).toEqual([]);
  }
});

describe('the essay as a whole', () => {
  test.each([
    ['title', { essay: { title: ' ' } }, ['The essay has no title.']],
    ['title', { essay: { title: 'x'.repeat(120) } }, []],
    [
      'title',
      { essay: { title: 'x'.repeat(120) }, target: { kind: 'medium', name: 'Medium' } },
      ['The title has 120 characters; Medium shows 100.'],
    ],
    ['excerpt', { essay: { excerpt: '' } }, ['The essay has no excerpt.']],
    [
      'excerpt',
      { essay: { excerpt: '' }, target: { kind: 'astro' } },
      ['The essay has no excerpt, and Astro’s blog will not build without one.'],
    ],
    [
      'excerpt',
      { essay: { excerpt: 'x'.repeat(501) } },
      ['The excerpt has 501 characters; more than 500 are cut.'],
    ],
    [
      'canonical',
      { essay: { canonicalUrl: 'example.com/a' } },
      ['The canonical address “example.com/a” is not one of a web page.'],
    ],
    [
      'canonical',
      { target: { kind: 'devto' } },
      ['The essay has no canonical address, so search engines may take the copy for the original.'],
    ],
    ['canonical', { target: { kind: 'hugo' } }, []],
    [
      'tags',
      { essay: { tags: ['a', 'b', 'c', 'd', 'e'] }, target: { kind: 'devto', name: 'dev.to' } },
      ['dev.to takes 4 tags, so “e” would be left out.'],
    ],
    ['tags', { target: { kind: 'hashnode' } }, ['Hashnode wants at least one tag.']],
    [
      'tags',
      { essay: { tags: ['x'.repeat(26)] }, target: { kind: 'medium' } },
      [`Medium cuts the tag “${'x'.repeat(26)}” after 25 characters.`],
    ],
    ['alt text', { essay: { coverImage: 'a.png' } }, ['The cover has no description.']],
  ] as [string, Asked, string[]][])('%s: %j', (rule, asked, expected) => {
    expect(found(rule, asked)).toEqual(expected);
  });
});

describe('the text', () => {
  test.each([
    [
      'alt text',
      'a\n\n![](b.png)\n![x](c.png)\n<img src="d">\n<img alt="" src="e">\n',
      ['2: The image “b.png” has no description.', '4: An image has no description.'],
    ],
    ['alt text', '`![](a.png)`\n', []],
    [
      'remote images',
      'x\n![y](https://example.com/a.png)\n',
      ['1: The image “https://example.com/a.png” is on another server.'],
    ],
    [
      'leftovers',
      'Words.\n\nTODO: more, and FIXME.\r\n\r\nWhy???\n',
      [
        '2: “TODO” was left in the text.',
        '2: “FIXME” was left in the text.',
        '4: “???” was left in the text.',
      ],
    ],
    ['leftovers', '```\n// TODO later\n```\n`TODO` and todos\n', []],
    ['leftovers', '<!-- TODO: a comment -->\n', ['0: “TODO” was left in the text.']],
    [
      'footnotes',
      'a[^1] b[^2] c[^A]\n\n[^1]: x\n[^a]: y\n[^3]: z[^1]\n',
      [
        '0: There is no footnote “2”, so readers see [^2].',
        '4: Nothing refers to the footnote “3”, so no reader sees it.',
      ],
    ],
    [
      'anchors',
      '# One thing\n\n[a](#one-thing) [b](#one-think) [c](#)\n',
      ['2: “#one-think” leads nowhere: no heading has that name.'],
    ],
    [
      'anchors',
      '@fig:gone and @tbl:a\n\n| a |\n|---|\n| b |\n\n: One {#tbl:a}\n\n## Two {#tbl:a}\n',
      [
        '0: “@fig:gone” refers to nothing, and readers are told so.',
        '8: The label “{#tbl:a}” is given twice, so references lead to the first.',
      ],
    ],
    ['links between essays', '[[toc]]\n\n[[TOC]]\n', []],
    [
      'links between essays',
      '[[Leases]] [[A Draft]] [[Nothing]] [x](leases.md) [y](gone.md) [z](a.pdf)\n',
      [
        '0: “A Draft” is not published to My blog, so the link to it leads nowhere.',
        '0: There is no essay “Nothing” for the link to lead to.',
        '0: There is no essay “gone.md” for the link to lead to.',
      ],
    ],
    [
      'repeated words',
      'This is is it.\n\n> and and\n\nthe\nthe end, The the, had had, 12 12, is `is` is.\n',
      [
        '0: “is” stands twice.',
        '2: “and” stands twice.',
        '4: “the” stands twice.',
        '5: “The” stands twice.',
      ],
    ],
    ['repeated words', 'the\n\nthe\n', []],
    [
      'formulas',
      'x\n\n$\\frac{$ and $y$\n',
      ['2: The formula “\\frac{” cannot be shown: it ends where } should stand.'],
    ],
  ] as [string, string, string[]][])('%s in %j', (rule, body, expected) => {
    expect(inBody(rule, body)).toEqual(expected);
  });
});

describe('what a target drops', () => {
  const body =
    '> [!NOTE]\n> x\n\n| a |\n|---|\n| b |\n\n- a\n  - b\n\nc[^1]\n\n<b>d</b>\n\n[^1]: e\n';
  test.each([
    ['site', []],
    ['hugo', ['12: My blog leaves raw HTML out unless its settings allow it.']],
    ['jekyll', ['0: My blog shows a callout as a plain quote that begins with [!…].']],
    [
      'medium',
      [
        '0: My blog shows a callout as a plain quote that begins with [!…].',
        '3: My blog has no tables, so they become lines of code.',
        '8: My blog has no lists in lists, so inner items get a dash.',
        '10: My blog has no footnotes, so they become a list at the end.',
      ],
    ],
  ] as const)('%s', (kind, expected) => {
    expect(inBody('dropped', body, { kind })).toEqual(expected);
  });

  test.each([
    ['site', []],
    [
      'jekyll',
      [
        '0: My blog shows [[toc]] as it is written.',
        '4: My blog shows labels and references, as {#fig:x} and @fig:x, as they are written.',
      ],
    ],
    ['medium', []],
  ] as const)('of what is the studio’s own: %s', (kind, expected) => {
    const own = '[[toc]]\n\n## One {#sec:one}\n\nSee @sec:one.\n';
    expect(inBody('dropped', own, { kind })).toEqual(expected);
  });

  test.each([
    ['site', []],
    ['hugo', ['2: My blog is given diagrams as their source, which it draws only with Mermaid.']],
    [
      'medium',
      [
        '0: My blog takes no images with what is pasted.',
        '2: My blog has no diagrams, so they become lines of code.',
      ],
    ],
    [
      'devto',
      [
        '0: My blog finds images only by full addresses, and it is not known where this folder is on the web.',
        '2: My blog shows diagrams as their source.',
      ],
    ],
  ] as const)('of pictures: %s', (kind, expected) => {
    const pictures = '![A clock](images/clock.png)\n\n```mermaid\ngraph TD; A-->B\n```\n';
    expect(inBody('dropped', pictures, { kind })).toEqual(expected);
    const isDrawn = kind === 'site';
    expect(inBody('diagrams', pictures, { kind })).toHaveLength(isDrawn ? 1 : 0);
  });

  test('an address of the target is where images are found', () => {
    const said = { kind: 'hashnode', baseUrl: 'https://example.com' } as const;
    expect(inBody('dropped', '![A clock](images/clock.png)\n', said)).toEqual([]);
  });
});

describe('what must not leave', () => {
  const random = 'q7Zr2LxV9sTk4WmB1nHd8cYp3GfJ6aEu5RoX0iQvZt';
  const secret = (head: string, length: number, alphabet = random) =>
    head + alphabet.repeat(4).slice(0, length);
  const upper = 'Q7ZR2LXV5STK4WMB3NHD';
  test.each([
    ['a private key', `-----BEGIN ${'RSA'} PRIVATE KEY-----`],
    ['a private key', `-----BEGIN ${'OPENSSH'} PRIVATE KEY-----`],
    ['an AWS access key', secret('AKIA', 16, upper)],
    ['an AWS secret key', `aws_secret_access_key = ${secret('', 40)}`],
    ['a GitHub token', secret('ghp_', 36)],
    ['a GitHub token', secret('github_pat_', 40)],
    ['a GitLab token', secret('glpat-', 20)],
    ['a Slack token', secret('xoxb-', 30)],
    ['a Slack webhook', `https://hooks.slack.com/services/${random.slice(0, 30)}`],
    ['a Stripe key', secret('sk_live_', 24)],
    ['a Google API key', secret('AIza', 35)],
    ['an npm token', secret('npm_', 36)],
    ['an OpenAI or Anthropic key', secret('sk-ant-', 40)],
    ['a SendGrid key', `${secret('SG.', 22)}.${random.slice(0, 40)}`],
    ['a signed token (JWT)', `${secret('eyJ', 20)}.${secret('eyJ', 20)}.${random}`],
    ['a password in an address', 'postgres://app:h7Kq2pLx@db.example.com/app'],
    ['a bearer token', `Authorization: Bearer ${random}`],
    ['a secret', `API_KEY="${random.slice(0, 24)}"`],
    ['a secret', `password: ${'T7!qw9'}${'#Zp2mK'}`],
  ])('%s', (what, text) => {
    for (const body of [`a\n\n${text}\n`, `\`\`\`sh\n\nexport X ${text}\n\`\`\`\n`]) {
      const lines = inBody('secrets', body);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^2: “.{4}…” looks like /);
      expect(lines[0]).toContain(`looks like ${what}.`);
    }
  });

  test('a finding never shows the secret', () => {
    const token = secret('ghp_', 36);
    const told = findings({ essay: { title: token, body: `${token}\n` } });
    expect(JSON.stringify(told)).not.toContain(token.slice(0, 8));
    expect(told.filter(({ rule }) => rule === 'secrets')).toHaveLength(2);
  });

  test.each([
    'password: ********************',
    'API_KEY=your-api-key-goes-here',
    'token = process.env.GITHUB_TOKEN_FOR_CI',
    `secret: "${'$'}{SECRET_FROM_VAULT_1}"`,
    'AKIAIOSFODNN7EXAMPLE',
    'the author: jean.luc.picard',
    'token: aaaaaaaaaaaaaaaaaaaaaaaa',
    'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'commit 4f5ab67',
  ])('%s is none', (text) => {
    expect(inBody('secrets', `${text}\n`)).toEqual([]);
  });

  test.each([
    [
      'private hosts',
      'at 10.1.2.3, 172.20.0.1:80, 192.168.0.7/24, 100.64.0.1 and fd12:3456::1\n',
      5,
    ],
    ['private hosts', 'ssh db-1.prod.internal; curl http://ci.corp:8080/ and printer.local\n', 3],
    [
      'private hosts',
      '127.0.0.1, 192.0.2.1, 8.8.8.8, 172.32.0.1, 1.10.0.0.1, v10.2.3, 2001:db8::1, localhost, notes.localized\n',
      0,
    ],
    ['e-mail addresses', 'ask ada.byron@company.io or mailto:x@y.dev\n', 2],
    [
      'e-mail addresses',
      'a@example.com, git@github.com, no-reply@x.io, logo@2x.png, b@host.test\n',
      0,
    ],
  ] as const)('%s in %j', (rule, body, count) => {
    expect(inBody(rule, body)).toHaveLength(count);
  });

  test('a name of the author’s own list, in any case and place, as a whole word', () => {
    const essay = {
      title: 'Acme',
      body: 'x\nACME\n  Corp and `acme corp`, acmeology, Jo (Jo+).\n',
    };
    expect(found('names', { essay, names: ['Acme', 'Jo+', 'acme  corp', ' '] })).toEqual([
      'In the title: “Acme” is on your list of names that must not leave.',
      '1: “ACME” is on your list of names that must not leave.',
      '1: “ACME\n  Corp” is on your list of names that must not leave.',
      '2: “acme” is on your list of names that must not leave.',
      '2: “Jo+” is on your list of names that must not leave.',
      '2: “acme corp” is on your list of names that must not leave.',
    ]);
  });
});

test('how much a rule weighs is the author’s choice', () => {
  const essay = { body: 'TODO\n' };
  const weights = (asked: Target['weights']) =>
    findings({ essay, target: { weights: asked } }).map(({ weight }) => weight);
  expect(weights({})).toEqual(['blocking']);
  expect(weights({ leftovers: 'advice' })).toEqual(['advice']);
  expect(weights({ leftovers: 'off' })).toEqual([]);
});

test('every rule has a name of its own, and every finding tells what to do', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  const body = 'TODO [^1] [x](#y) [[z]] ![](q) the the 10.0.0.1 a@b.io\n';
  for (const { message, advice } of findings({ essay: { title: '', body } })) {
    expect(message).toMatch(/[.]$/);
    expect(advice).toMatch(/[.]$/);
  }
});

test('a long essay is read in a moment', () => {
  const body = 'a@ 10. [[ ](x [^ ` "= password: xox- the theme ==== -----BEGIN \n\n'.repeat(3_000);
  const start = performance.now();
  findings({ essay: { body }, names: ['Acme'] });
  expect(performance.now() - start).toBeLessThan(3_000);
});
