import type { Link } from '../../news/index.ts';
import { cleanLine } from '../../text/index.ts';
import { whole } from '../matching.ts';
import { roleOf } from '../roles.ts';
import type { Wordings } from '../wordings.ts';
import { absolute, isOnPage } from './addresses.ts';
import { related } from './class-words.ts';
import { attribute, firstWordsOf, withInner, type Part } from './tree.ts';

/** Headings over what is new on the site, or read by many: that is not related to the article. */
const others: Wordings = {
  en: `most read | most popular | popular | popular posts | trending | trending now | latest | latest news | latest stories | latest articles
    recent | recent posts | recent news | recent articles | recent stories | top stories | editor's picks | editor’s picks | editors’ picks`,
  es: `lo más leído | últimas noticias | recientes | entradas recientes | noticias recientes`,
  fr: `les plus lus | derniers articles | dernières actualités | récents | articles récents`,
  de: `meistgelesen | aktuell | aktuelles | neueste artikel | neueste beiträge | neueste nachrichten`,
  it: `i più letti | ultime notizie | recenti | articoli recenti`,
  pt: `mais lidas | últimas notícias | recentes | artigos recentes | notícias recentes`,
  nl: `meest gelezen | laatste nieuws | recent | recente berichten`,
  pl: `najczęściej czytane | ostatnie | najnowsze | ostatnie wpisy`,
  ru: `самое читаемое | последние новости | последние записи`,
  tr: `en çok okunanlar | son haberler | son yazılar`,
  id: `terpopuler | terbaru | berita terbaru | artikel terbaru`,
  sv: `mest lästa | senaste | senaste nytt | senaste inläggen`,
  ar: `الأكثر قراءة | أحدث الأخبار | آخر الأخبار`,
  zh: `热门文章 | 最新 | 最新文章 | 最新消息`,
  ja: `人気記事 | 最新記事 | 最近の投稿`,
  ko: `많이 본 뉴스 | 최신 기사 | 최근 글`,
};
const isOfOthers = whole(others);
/** Most pieces that a page's lists may give. */
const most = 20;

/** Returns the titles that the page's lists of related pieces link to, each once, in order. */
export function findRelated(parts: readonly Part[], base: string | null): readonly Link[] {
  const found = new Map<string, Link>();
  for (const part of withInner(parts, isRelated)) {
    if (part.tag !== 'a' || found.size >= most) continue;
    const link = titleLink(part, base);
    if (link?.address && !found.has(link.address)) found.set(link.address, link);
  }
  return [...found.values()];
}

/** A list is known by its class, or by the heading above its links. */
function isRelated(part: Part): boolean {
  if (part.tag === 'a' || part.tag === 'body' || part.tag === 'html' || part.tag === 'main' || part.tag === 'article')
    return false;
  if (related(part)) return true;
  const first = part.children.find((child) => typeof child !== 'string');
  if (!first || !/^(?:h[2-6]|strong|header|p|span)$/.test(first.tag)) return false;
  const words = cleanLine(firstWordsOf(first, 60));
  return words.length < 60 && roleOf(words).type === 'list' && !isOfOthers(words);
}

function titleLink(part: Part, base: string | null): Link | null {
  const href = attribute(part, 'href');
  if (href === '' || isOnPage(href, base)) return null;
  const text = cleanLine(firstWordsOf(part, 210));
  const address = absolute(href, base);
  if (address === null || text.length > 200 || !isTitle(text) || host(address) !== host(base ?? address)) return null;
  return { relation: 'also-see', text, address };
}

function isTitle(text: string): boolean {
  return (
    text.split(' ').length >= 4 ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{8}/u.test(text)
  );
}

function host(address: string): string | undefined {
  return URL.parse(address)?.host.replace(/^www\./, '');
}
