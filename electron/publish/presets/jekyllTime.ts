/** An ISO 8601 time as Jekyll writes it, `2026-03-01 09:00:00 +0000`, in the offset it has. */
export function jekyllTime(iso: string): string {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/.exec(iso);
  if (!found) return iso;
  const [, day, clock, seconds = ':00', offset = 'Z'] = found;
  return `${day} ${clock}${seconds} ${offset === 'Z' ? '+0000' : offset.replace(':', '')}`;
}

/** The day of an ISO 8601 time, in the offset it has. */
export function jekyllDay(iso: string): string {
  return iso.slice(0, 10);
}
