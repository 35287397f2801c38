import { isObject, type Head } from './head.ts';

const metaKeys = [
  'og:site_name',
  'application-name',
  'apple-mobile-web-app-title',
  'dc.publisher',
  'dcterms.publisher',
  'al:android:app_name',
  'publisher',
];

/** Returns the name of the site as the page gives it, or null. */
export function readSite({ metas, objects }: Head): string | null {
  for (const key of metaKeys.slice(0, 1)) {
    const name = metas.get(key)?.find((value) => isName(value));
    if (name) return name;
  }
  for (const object of objects) {
    const publisher = [object['publisher']].flat()[0];
    const name = isObject(publisher) ? publisher['name'] : publisher;
    if (typeof name === 'string' && isName(name)) return name.trim();
  }
  for (const object of objects) {
    const type = object['@type'];
    if (type === 'WebSite' || type === 'NewsMediaOrganization' || type === 'Organization') {
      const { name } = object;
      if (typeof name === 'string' && isName(name)) return name.trim();
    }
  }
  for (const key of metaKeys.slice(1)) {
    const name = metas.get(key)?.find((value) => isName(value));
    if (name) return name;
  }
  return null;
}

function isName(value: string): boolean {
  return value.trim() !== '' && value.length <= 80 && !/^(?:https?:|@)/.test(value);
}

/** Returns the name of the site that the document's title puts behind the article's own, or null. */
export function siteInTitle(document: string, title: string | null): string | null {
  if (title === null || !document.startsWith(title)) return null;
  const name = /^\s*(?:[|\u2013\u2014·•»:-]+\s+|[｜│])([^|｜\u2013\u2014·•»]{2,60})$/u
    .exec(document.slice(title.length))?.[1]
    ?.trim();
  return name && isName(name) ? name : null;
}
