import { expect, test } from 'vitest';
import { shortcodesAsText, unclosedShortcodes } from '#publish/escapes/shortcodesAsText.ts';

/** What Hugo 0.111 gave out of each as the text that stands here first. */
test.each([
  ['A {{< figure src="x" >}} b.', 'A {{</* figure src="x" */>}} b.'],
  ['{{% ref "x" %}}', '{{%/* ref "x" */%}}'],
  ['```\n{{< a >}}\n{{< /a >}}\n```\n', '```\n{{</* a */>}}\n{{</* /a */>}}\n```\n'],
  ['`{{</* a */>}}`', '`{{</*/* a */*/>}}`'],
  ['Open {{< here, `{{< a >}}`.', 'Open {{</* here, `{{< a */>}}`.'],
  ['Open {{< here.', 'Open {\\{< here.'],
  ['`{{%` alone', '`{{%` alone'],
  ['{{ .Title }} and {% if %}', '{{ .Title }} and {% if %}'],
  ['{{<>}}', '{{</**/>}}'],
])('shortcodes are shown by Hugo, not run: %j', (source, written) => {
  expect(shortcodesAsText(source)).toBe(written);
});

test('what Hugo would stop at is told', () => {
  expect(unclosedShortcodes('{{< a >}} {{% b')).toEqual([10]);
  expect(unclosedShortcodes('{{ a')).toEqual([]);
});
