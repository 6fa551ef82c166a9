import type { Path } from './interpret.ts';
import { type JsonMember, jsonMembers } from './jsonMembers.ts';
import { isTime, spliced, type Value } from './values.ts';

/** A JSON object with one value set, or its key removed where `value` is undefined; every other character stays. */
export function editJson(content: string, path: Path, value: Value | undefined): string | null {
  const members = jsonMembers(content, 0);
  const outer = members.find(({ key }) => key === path[0]);
  if (path.length === 2) {
    if (!outer || value === undefined || content.charAt(outer.valueStart) !== '{') return null;
    const inner = jsonMembers(content, outer.valueStart).find(({ key }) => key === path[1]);
    return inner ? replaced(content, inner, value, '') : null;
  }
  if (value === undefined) return outer ? removed(content, members, outer) : content;
  const indent = gapBefore(content, members[0]).replace(/^.*[\r\n]/s, '');
  if (outer) return replaced(content, outer, value, indent);
  const last = members.at(-1);
  const member = `${JSON.stringify(path[0])}: ${jsonText(value, '', '')}`;
  if (!last) return `{\n  ${member}\n}`;
  return spliced(
    content,
    last.valueEnd,
    last.valueEnd,
    `,${gapBefore(content, last) || ' '}${member}`,
  );
}

/** The white space before a member's key. */
function gapBefore(content: string, member: JsonMember | undefined): string {
  return member ? (/\s*$/.exec(content.slice(0, member.keyStart))?.[0] ?? '') : '';
}

function replaced(content: string, member: JsonMember, value: Value, indent: string): string {
  const { valueStart, valueEnd } = member;
  const onLines = /[\r\n]/.test(content.slice(valueStart, valueEnd));
  return spliced(content, valueStart, valueEnd, jsonText(value, onLines ? indent : '', indent));
}

function jsonText(value: Value, inner: string, indent: string): string {
  if (isTime(value)) return JSON.stringify(value.time);
  if (Array.isArray(value) && inner === '') {
    return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
  }
  return JSON.stringify(value, null, inner).replace(/\n/g, `\n${indent}`);
}

function removed(content: string, members: readonly JsonMember[], member: JsonMember): string {
  const at = members.indexOf(member);
  const after = members[at + 1];
  const before = members[at - 1];
  if (after) return spliced(content, member.keyStart, after.keyStart, '');
  if (before) return spliced(content, before.valueEnd, member.valueEnd, '');
  return '{}';
}
