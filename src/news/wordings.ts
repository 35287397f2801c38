import { titleKey } from './keys.ts';

/** How news sites introduce a related story. To add one, add it to the row of its language. */
const wordings: Readonly<Record<string, readonly string[]>> = {
  ar: ['اقرأ أيضا', 'اقرأ أيضًا', 'إقرأ أيضا', 'شاهد أيضا', 'انظر أيضا', 'اقرأ المزيد', 'طالع أيضا', 'مواضيع ذات صلة'],
  de: [
    'Lesen Sie auch',
    'Lesen Sie dazu',
    'Lies auch',
    'Siehe auch',
    'Mehr dazu',
    'Mehr zum Thema',
    'Auch interessant',
  ],
  en: [
    'Also see',
    'See also',
    'Also read',
    'Read also',
    'Read more',
    'Read next',
    'Read',
    'Related',
    'Related article',
    'Related articles',
    'Related story',
    'Related stories',
    'Related news',
    'Related reading',
    'Related links',
    'More on this',
    'More on this story',
    'Further reading',
    'You may also like',
    'Also watch',
    'Watch also',
    'Don’t miss',
  ],
  es: [
    'Lea también',
    'Lee también',
    'Leer también',
    'Lea además',
    'Lee más',
    'Véase también',
    'Ver también',
    'Vea también',
    'Te puede interesar',
    'Le puede interesar',
    'Relacionado',
  ],
  fr: [
    'À lire aussi',
    'Lire aussi',
    'À lire également',
    'Lire également',
    'Voir aussi',
    'À voir aussi',
    'Sur le même sujet',
  ],
  hi: ['यह भी पढ़ें', 'ये भी पढ़ें', 'यह भी पढ़िए', 'इसे भी पढ़ें', 'यह भी देखें', 'और पढ़ें', 'संबंधित खबरें'],
  id: ['Baca juga', 'Lihat juga', 'Simak juga', 'Baca selengkapnya'],
  it: ['Leggi anche', 'Leggi pure', 'Vedi anche', 'Guarda anche', 'Potrebbe interessarti'],
  ja: ['関連記事', '関連ニュース', 'あわせて読みたい', '合わせて読みたい', 'こちらも読む', 'こちらもおすすめ', '参照'],
  ko: ['관련 기사', '관련기사', '관련 뉴스', '함께 보기', '함께 읽기', '더 읽어보기'],
  ne: ['यो पनि पढ्नुहोस्', 'यो पनि पढ्नुस्', 'यो पनि हेर्नुहोस्', 'यो पनि', 'थप पढ्नुहोस्', 'सम्बन्धित समाचार'],
  nl: ['Lees ook', 'Lees meer', 'Lees verder', 'Zie ook', 'Bekijk ook'],
  pl: [
    'Zobacz też',
    'Zobacz także',
    'Zobacz również',
    'Czytaj też',
    'Czytaj także',
    'Czytaj również',
    'Przeczytaj też',
    'Przeczytaj także',
  ],
  pt: ['Leia também', 'Leia mais', 'Leia ainda', 'Veja também', 'Ver também', 'Relacionadas'],
  ru: ['Читайте также', 'Читать также', 'Смотрите также', 'См. также', 'Читайте далее', 'По теме'],
  tr: [
    'Ayrıca bakınız',
    'Ayrıca bkz.',
    'Ayrıca okuyun',
    'Bunu da okuyun',
    'Bunlar da ilginizi çekebilir',
    'İlginizi çekebilir',
    'İlgili haber',
    'İlgili haberler',
  ],
  ur: ['یہ بھی پڑھیں', 'یہ بھی پڑھیے', 'مزید پڑھیں', 'یہ بھی دیکھیں', 'متعلقہ خبریں'],
  zh: [
    '另见',
    '另請參閱',
    '另请参阅',
    '参见',
    '參見',
    '相关阅读',
    '相關閱讀',
    '延伸阅读',
    '延伸閱讀',
    '相关新闻',
    '相關新聞',
    '推荐阅读',
    '推薦閱讀',
  ],
};

const keys: ReadonlySet<string> = new Set(Object.values(wordings).flat().map(titleKey));

/** The sign between a wording and the title: a colon, a bar, an arrow, a closing bracket, or a dash with a space. */
const signs = /[:：|｜»›>▸▶►→】\]]|\s[-–—]\s|[–—]/u;
/** Longest beginning in which a wording is looked for, in UTF-16 units. */
const longest = 48;

/**
 * Returns the wording that announces a related story at the beginning of the text, and the rest without the sign
 * between them; null when there is none. The rest is empty when the text is the wording alone: a heading, or the words
 * before a link. A wording that runs on without a sign ("Related parties said") announces nothing.
 */
export function alsoSeeWording(text: string): { readonly wording: string; readonly rest: string } | null {
  const words = text.trimStart().replace(/^[【[▸▶►→•]+\s*/u, '');
  const sign = signs.exec(words.slice(0, longest));
  const wording = (sign ? words.slice(0, sign.index) : words).trim();
  if (wording.length > longest || !keys.has(titleKey(wording))) return null;
  const rest = sign ? words.slice(sign.index + sign[0].length) : '';
  return { wording, rest: rest.replace(/^[\s:：|｜»›>▸▶►→–—-]+/u, '').trimEnd() };
}
