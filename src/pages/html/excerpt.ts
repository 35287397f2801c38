import type { Head } from './head.ts';

const metaKeys = [
  'og:description',
  'description',
  'twitter:description',
  'dc.description',
  'dcterms.description',
  'sailthru.description',
  'abstract',
];

/** Returns what the page says its article is about, in a sentence or two, or null. */
export function readExcerpt({ metas, objects }: Head): string | null {
  for (const key of metaKeys) {
    const value = metas.get(key)?.find((text) => text.length > 1);
    if (value) return value;
  }
  const linked = objects
    .map((object) => object['description'])
    .find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof linked === 'string' ? linked.trim() : null;
}

/** Returns the language as the page names it, such as "pt-BR", or null. */
export function readLanguage({ metas, language }: Head): string | null {
  const named = [
    language,
    metas.get('content-language')?.[0],
    metas.get('og:locale')?.[0],
    metas.get('inlanguage')?.[0],
  ].find((name) => name && /^[a-z]{2,3}(?:[-_][\w-]+)?$/i.test(name));
  return named?.replaceAll('_', '-') ?? null;
}
