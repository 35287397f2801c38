/**
 * The words by which the lines of a news page are known, a row for each language. To teach the reader another wording, add
 * it to a row. Case does not count, nor do marks and arrows around a line.
 */
export type Wordings = Readonly<Record<string, string>>;

/** Headings over a list of other articles. */
export const listHeadings: Wordings = {
  en: `recent | recent posts | recent news | recent articles | recent stories | latest | latest news | latest stories | latest articles
    related | related articles | related posts | related stories | related news | related content | related coverage
    more | more news | more stories | more articles | more on this story | more from this section | keep reading | up next
    you may also like | you might also like | recommended | recommended for you | recommended stories | in other news | top stories
    most read | most popular | popular | popular posts | trending | trending now | editor's picks | editor’s picks | editors’ picks`,
  es: `recientes | entradas recientes | noticias recientes | últimas noticias | más noticias | relacionado | relacionados
    noticias relacionadas | artículos relacionados | lo más leído | te puede interesar`,
  fr: `récents | articles récents | derniers articles | dernières actualités | articles similaires | articles liés | à lire aussi
    les plus lus | sur le même sujet | dans la même rubrique`,
  de: `aktuell | aktuelles | neueste artikel | neueste beiträge | neueste nachrichten | ähnliche artikel | verwandte artikel
    mehr zum thema | weitere artikel | meistgelesen | das könnte sie auch interessieren`,
  it: `recenti | articoli recenti | ultime notizie | articoli correlati | notizie correlate | i più letti | potrebbe interessarti`,
  pt: `recentes | artigos recentes | notícias recentes | últimas notícias | artigos relacionados | notícias relacionadas | mais lidas | veja também`,
  nl: `recent | recente berichten | laatste nieuws | gerelateerd | gerelateerde artikelen | meer nieuws | meest gelezen`,
  pl: `ostatnie | najnowsze | ostatnie wpisy | powiązane artykuły | najczęściej czytane | zobacz także`,
  ru: `последние новости | последние записи | похожие статьи | похожие новости | новости по теме | по теме | самое читаемое`,
  tr: `son haberler | son yazılar | ilgili haberler | benzer haberler | benzer yazılar | en çok okunanlar`,
  id: `terbaru | berita terbaru | artikel terbaru | berita terkait | artikel terkait | terpopuler | baca juga`,
  sv: `senaste | senaste nytt | senaste inläggen | relaterat | relaterade artiklar | mest lästa`,
  ar: `أحدث الأخبار | آخر الأخبار | مقالات ذات صلة | أخبار ذات صلة | الأكثر قراءة`,
  zh: `最新 | 最新文章 | 最新消息 | 相关文章 | 相关新闻 | 相關文章 | 相關新聞 | 热门文章`,
  ja: `最新記事 | 最近の投稿 | 関連記事 | 関連ニュース | 人気記事`,
  ko: `최신 기사 | 최근 글 | 관련 기사 | 많이 본 뉴스`,
};

/** Words that end an entry of such a list. */
export const readMores: Wordings = {
  en: `read more | continue reading | read the full story | read full story | read full article | read the rest | full story | learn more`,
  es: `leer más | lee más | seguir leyendo | continuar leyendo`,
  fr: `lire la suite | lire plus | en savoir plus | continuer la lecture`,
  de: `weiterlesen | mehr lesen | zum artikel | artikel lesen`,
  it: `leggi tutto | leggi di più | continua a leggere`,
  pt: `leia mais | ler mais | continue lendo | saiba mais`,
  nl: `lees meer | lees verder | verder lezen`,
  pl: `czytaj więcej | czytaj dalej`,
  ru: `читать далее | читать дальше | подробнее`,
  tr: `devamını oku | daha fazla oku`,
  id: `baca selengkapnya | selengkapnya | baca lebih lanjut`,
  sv: `läs mer | läs vidare | fortsätt läsa`,
  ar: `اقرأ المزيد | إقرأ المزيد | قراءة المزيد`,
  zh: `阅读更多 | 閱讀更多 | 阅读全文 | 查看更多 | 繼續閱讀`,
  ja: `続きを読む | もっと読む`,
  ko: `더 보기 | 더보기 | 계속 읽기 | 자세히 보기`,
};

/** Words before the name of who took or gave a picture. */
export const pictureCredits: Wordings = {
  en: `image via | image by | image from | image credit | image credits | image courtesy | image courtesy of | image source | image
    photo via | photo by | photo from | photo credit | photo credits | photo courtesy | photo courtesy of | photo | photos | file photo
    photograph by | photograph | picture by | picture via | picture credit | picture courtesy | picture`,
  es: `foto de | imagen de | crédito de la foto | crédito de la imagen | fotografía de | foto | imagen | fotografía`,
  fr: `crédit photo | crédits photo | photo de | image de | crédit image | crédit`,
  de: `foto von | bild von | bildquelle | bild`,
  it: `foto di | immagine di | credito foto | crediti foto | immagine`,
  pt: `imagem de | crédito da foto | crédito da imagem | imagem`,
  nl: `foto van | beeld van | beeld | afbeelding`,
  pl: `zdjęcie | fot | fot. | źródło zdjęcia`,
  ru: `фото | фотография | источник фото | источник изображения`,
  tr: `fotoğraf | görsel | fotoğraf kaynağı`,
  id: `foto oleh | gambar | sumber foto | sumber gambar`,
  sv: `bild från | foto av`,
  ar: `الصورة | صورة | مصدر الصورة`,
  zh: `图片来源 | 圖片來源 | 图片 | 图 | 圖`,
  ja: `写真提供 | 画像提供 | 写真 | 画像`,
  ko: `사진 제공 | 사진 | 이미지`,
};

/** Words before the name of the publisher that an article is taken from. */
export const credits: Wordings = {
  en: `this news is sourced from | this news was sourced from | this story is sourced from | this article is sourced from | this report is sourced from
    sourced from | this article was originally published by | this article was originally published in | this article was originally published on
    this article originally appeared in | this article originally appeared on | this article was first published by | this article was first published in
    this article was first published on | this story was originally published by | this story was originally published in
    this story was first published by | this story first appeared in | this story originally appeared on | originally published by
    originally published in | originally published on | first published by | first published in | republished from
    with inputs from | with input from | news source | source | sources | courtesy`,
  es: `esta noticia procede de | esta noticia fue publicada por | publicado originalmente por | publicado originalmente en | con información de | fuente | fuentes`,
  fr: `cet article a été publié initialement par | cet article a été publié dans | cet article est tiré de | publié initialement par
    publié initialement dans | source | sources`,
  de: `dieser artikel erschien zuerst bei | dieser artikel erschien zuerst in | dieser beitrag erschien zuerst bei | zuerst erschienen in
    zuerst erschienen bei | mit material von | quelle | quellen`,
  it: `questo articolo è stato pubblicato originariamente su | pubblicato originariamente su | pubblicato originariamente da | fonte | fonti`,
  pt: `esta notícia foi publicada originalmente por | publicado originalmente em | publicado originalmente por | com informações de | fonte | fontes`,
  nl: `dit artikel verscheen eerder in | dit artikel verscheen eerst in | oorspronkelijk gepubliceerd door | bron | bronnen`,
  pl: `artykuł ukazał się pierwotnie w | źródło | źródła`,
  ru: `первоначально опубликовано в | по материалам | источник | источники`,
  tr: `bu haberin kaynağı | kaynak | kaynaklar`,
  id: `artikel ini pertama kali diterbitkan di | berita ini bersumber dari | sumber`,
  sv: `artikeln publicerades först i | ursprungligen publicerad i | källa | källor`,
  ar: `المصدر | نقلا عن`,
  zh: `本文来源 | 稿件来源 | 转载自 | 来源 | 來源`,
  ja: `出典 | 引用元 | 情報源`,
  ko: `출처`,
};

/** Words after which such a line says something else than the publisher's name. */
export const creditTails: Wordings = {
  en: `and is | and was | and has | and are | for informational | under | with permission | on`,
  es: `y se | y fue | y es | con fines | bajo`,
  fr: `et est | et a | sous | à titre`,
  de: `und dient | und ist | und wurde | unter`,
  it: `ed è | e viene | a scopo`,
  pt: `e é | e foi | e destina-se | para fins`,
  nl: `en is | en wordt | onder`,
  tr: `ve yalnızca | ve sadece`,
  id: `dan hanya | dan ditujukan`,
};
