import { cleanLine, say } from '../text/index.ts';
import { addAddress } from './add-address.ts';
import { nothingAdded, tagged, tagsFor, type Added, type Wish } from './added.ts';
import { whole } from './arguments.ts';
import { connectFiled } from './connecting.ts';
import { isTypedAddress } from './fetch.ts';
import { headlineRecord } from './records.ts';
import { locate, type Location } from './location.ts';
import { offerLines } from './offers.ts';
import { takeIn, takingLine } from './takings.ts';
import { deed, WrongUse, type Context } from './verb.ts';

/**
 * `alsosee add`: `data` is {sources, articles, offers}: for each folder and feed {source: {id, kind, name, location}, files, added,
 * changed}; the headlines of the files and pages that were named; and, of a page with several feeds of which none was chosen,
 * {page, name, feeds: [{address, name}]}. With such an offer the exit code is 1.
 */
export const add = deed({
  options: {
    name: { type: 'string', value: 'NAME', help: 'what the source is called; else what it calls itself' },
    tag: { type: 'string', multiple: true, value: 'TAG', help: 'files it under a tag; can be given again' },
    whole: { type: 'boolean', help: 'fetches the page of each article, where the feed tells only how they begin' },
    all: { type: 'boolean', help: 'keeps every feed that a page offers' },
    pick: { type: 'string', value: 'N', help: 'keeps one of the feeds that a page offers' },
    page: { type: 'boolean', help: 'keeps a page as an article, though it offers feeds' },
  },
  more: [
    'URL is the address of a feed; of a site, whose feeds are found; or of a page, which is kept as an article. A page that offers several feeds is kept only with --all, --pick or --page.',
  ],
  completes: { kind: 'path' },
  async run(context, values, positionals) {
    if (positionals.length === 0) throw new WrongUse('What shall be kept? "alsosee add URL", DIR or FILE.');
    if (values.name !== undefined && positionals.length > 1) throw new WrongUse('One name is for one source.');
    const wish = wishOf(values);
    const done: Added[] = [];
    for (const place of positionals) {
      if (done.length > 0 && isTypedAddress(place) && context.interrupt().aborted) break;
      done.push(await (isTypedAddress(place) ? addAddress(place, wish, context) : addPath(place, wish, context)));
    }
    if (done.some(({ takings, articles }) => takings.length + articles.length > 0)) await connectFiled(context);
    const takings = done.flatMap((one) => one.takings);
    const articles = done.flatMap((one) => one.articles);
    const offers = done.flatMap((one) => one.offers);
    const nothing = takings.length + articles.length === 0;
    return {
      data:
        nothing && offers.length === 0 ? null : { sources: takings, articles: articles.map(headlineRecord), offers },
      problems: done.flatMap((one) => one.problems),
      failed: nothing || offers.length > 0,
      text: () => [
        ...takings.map(takingLine),
        ...articles.map(({ id, title }) => say`${id}  ${title}`),
        ...offers.flatMap(offerLines),
      ],
    };
  },
});

function wishOf(values: {
  readonly name?: string;
  readonly tag?: readonly string[];
  readonly whole?: boolean;
  readonly all?: boolean;
  readonly pick?: string;
  readonly page?: boolean;
}): Wish {
  const { name, tag = [], all, pick, page } = values;
  if ([all, page, pick !== undefined].filter(Boolean).length > 1)
    throw new WrongUse('Of the feeds of a page --all, --pick or --page, not two of them.');
  const picked = pick === undefined ? null : whole('pick', pick, 1, 1, 1000);
  return {
    name: name === undefined ? null : cleanLine(name),
    tags: tag.map(cleanLine),
    whole: values.whole === true,
    of: all ? 'all' : page ? 'page' : picked,
  };
}

async function addPath(path: string, wish: Wish, context: Context): Promise<Added> {
  const location = locate(path, context.folder);
  if ('detail' in location) return { ...nothingAdded, problems: [location] };
  return location.kind === 'folder' ? addFolder(location, wish, context) : addFile(location, wish, context);
}

async function addFolder({ name, path }: Location, wish: Wish, context: Context): Promise<Added> {
  const library = await context.library();
  const known = library.sources().find((source) => source.kind === 'folder' && source.location === path);
  const source = library.keepSource({
    kind: 'folder',
    name: wish.name ?? (known?.kept ? known.name : name),
    location: path,
    kept: true,
    ...tagsFor(known, wish),
  });
  const { taking, problems } = await takeIn(source, context);
  return { ...nothingAdded, takings: [taking], problems };
}

async function addFile(location: Location, wish: Wish, context: Context): Promise<Added> {
  const { value, problems } = await (await context.desk()).takeInFile(location.path, true);
  const library = await context.library();
  const articles = value ? library.headlinesOf([value]) : [];
  return { ...nothingAdded, articles: tagged(articles, wish, library, context), problems };
}
