/** Returns an address without the name and password that may stand in it: what is handed on must not hold them. */
export function withoutCredentials(address: string): string {
  const url = URL.parse(address);
  if (!url || (url.username === '' && url.password === '')) return address;
  url.username = '';
  url.password = '';
  return url.href;
}
