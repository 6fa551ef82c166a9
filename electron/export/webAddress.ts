/** The address in its normal form when it is a full http or https one, else ''. */
export function webAddress(address: string): string {
  const url = URL.parse(address.trim());
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : '';
}
