import type { Block } from '../../news/index.ts';
import type { PageInspection } from '../../desk/index.ts';
import type { Offer } from '../../feeds/index.ts';
import { describeWall, type WebPage } from '../../pages/index.ts';
import { say } from '../../text/index.ts';
import { markdownOf } from '../markdown.ts';
import { iso } from '../records.ts';
import { typesetter } from '../typeset.ts';
import type { Context, Paint } from '../verb.ts';
import { wrapWords } from '../wrap.ts';
import { fieldLines } from './fields.ts';
import type { Telling } from './telling.ts';

/** Tells of a web page: its metadata, the feeds it offers, and then its article as `alsosee show` sets one. */
export function tellPage(inspection: PageInspection, context: Context): Telling {
  const { format, page, offers, why } = inspection;
  return {
    data: { format, page: page && pageRecord(page), feeds: offers.named, likelyFeeds: offers.likely, why },
    nothing: page === null,
    text: async (width, paint) => [
      ...why.flatMap((sentence) => wrapWords(sentence, width, '')),
      ...(page ? ['', ...fieldLines(metadata(page), width, paint)] : []),
      ...offerLines(inspection, width, paint),
      ...(page ? await articleLines(page, context, width, paint) : []),
    ],
  };
}

function metadata(page: WebPage) {
  const { title, byline, excerpt, siteName, published, updated, language, picture, address, wall, words } = page;
  return {
    title,
    byline,
    excerpt,
    siteName,
    published: iso(published),
    updated: iso(updated),
    language,
    picture,
    address,
    wall,
    words,
  };
}

function pageRecord(page: WebPage) {
  const { wall, body, links, related } = page;
  const leading = ({ text, address }: WebPage['links'][number]) => ({ text, address });
  return {
    ...metadata(page),
    wallMeans: wall && describeWall(wall),
    markdown: markdownOf(body, links),
    links: links.map(leading),
    related: related.map(leading),
  };
}

/** The feeds that the page names. */
function offerLines({ offers }: PageInspection, width: number | null, paint: Paint): readonly string[] {
  if (offers.named.length === 0) return [];
  const line = ({ title, address }: Offer) => (title === null ? address : say`${title}  ${address}`);
  return [
    '',
    paint('strong', 'Feeds it offers'),
    ...offers.named.flatMap((offer) => wrapWords(line(offer), width, '  ')),
  ];
}

async function articleLines(page: WebPage, context: Context, width: number | null, paint: Paint) {
  const title: readonly Block[] = page.title ? [{ type: 'heading', level: 1, spans: [{ text: page.title }] }] : [];
  const document = { prose: [...title, ...page.body], links: page.links };
  return ['', ...(await typesetter(document, context, null, false)(width, paint))];
}
