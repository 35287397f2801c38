/** Parameters that only tell a site where its readers came from; they never name another article. */
const trackers =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|ref_url|cmpid|ocid|smid|xtor|_ga)$/i;

/** Returns what two ways of writing one title share: no case, accents, marks or doubled spaces. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Returns what two addresses of one page share, without scheme, "www.", trackers and fragment; null if not http(s). */
export function addressKey(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const kept = [...url.searchParams]
    .filter(([name]) => !trackers.test(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const path = url.pathname.replace(/\/+$/, '');
  const search = kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : '';
  return url.host.replace(/^www\./, '') + path + search;
}
