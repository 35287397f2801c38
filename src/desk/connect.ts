import {
  neighboursOf,
  profileOf,
  regroup,
  resolveTitle,
  storyFor,
  type Index,
  type Profile,
  type Ref,
} from '../related/index.ts';
import type { SourceId } from '../news/index.ts';
import type { Connected, Library, Readable } from '../library/index.ts';
import { gatherFollowed } from './timeline.ts';

/** What came of connecting for a while: how many articles were connected, and whether there is more to do. */
export interface Stretch {
  readonly articles: number;
  readonly more: boolean;
}

/** Is told which article is read from now on, and that none is. */
export interface Watched {
  readonly begin: (article: Ref) => void;
  readonly rest: () => void;
}

/** Which articles are connected with none. */
export interface Apart {
  readonly isApart: (source: SourceId) => boolean;
}

/** How long one stretch may keep others from the worker, in milliseconds. */
const stretch = 250;
/** Articles that are taken from those that wait in one go, and after how many the index is brought into order. */
const taken = { most: 500, tended: 16 };
/** Articles that are grouped at once, when so many have come since. */
const window = { most: 2000, enough: 20 };

/** Connects articles that wait, the latest first, for a while; when none does, brings the index into order. */
export function connectSome(library: Library, { begin, rest, isApart }: Watched & Apart, patience = stretch): Stretch {
  const end = performance.now() + patience;
  const articles = connectWaiting(library, { begin, isApart }, end);
  if (articles > 0) return { articles, more: true };
  rest();
  while (library.connections.tend('idle')) if (performance.now() > end) return { articles, more: true };
  groupAnew(library, window);
  gatherFollowed(library);
  return { articles, more: false };
}

/** Connects articles that wait until the time has come, and returns how many. */
export function connectWaiting(
  library: Library,
  { begin, isApart }: Pick<Watched, 'begin'> & Apart,
  end: number,
): number {
  const { connections } = library;
  let articles = 0;
  for (const article of connections.waiting(taken.most)) {
    if (performance.now() > end) break;
    begin(article);
    connectOne(library, article, isApart);
    articles++;
    if (articles % taken.tended === 0) connections.tend('busy');
  }
  return articles;
}

function connectOne(library: Library, article: Ref, isApart: Apart['isApart']): void {
  const { index, connections } = library;
  const connected = connections.still(() => {
    const text = connections.read(article);
    return text === null || text.isConnected || isApart(text.source) ? null : { ...text, ...placed(text, index) };
  });
  if (connected) {
    connections.keep(connected);
    leadHoping(library, connected.profile);
  } else connections.pass(article);
  leadOwn(library, article);
}

/** Returns what an article speaks of, and the story that it belongs to. What explains is of no event. */
function placed(text: Readable, index: Index): Pick<Connected, 'profile' | 'story'> {
  const profile = profileOf(text, index);
  if (text.kind === 'backgrounder') return { profile, story: null };
  const subject = { ...profile, article: text.article, published: text.published, story: null };
  return { profile, story: storyFor(subject, neighboursOf(subject, index), index) };
}

/** Links that hope for an article like a new one, of which it is looked whether they mean it. */
const hopes = 10;
/** Words by which a link goes on hoping, the rarest. */
const words = 6;

/** Leads the links that say no more than a title to the articles that they mean. */
function leadOwn(library: Library, article: Ref): void {
  for (const title of library.connections.openTitles(article)) lead(library, title);
}

function leadHoping(library: Library, profile: Profile): void {
  for (const title of library.connections.hoping(titleWordsOf(profile), hopes)) lead(library, title);
}

type OpenTitle = ReturnType<Library['connections']['openTitles']>[number];

function lead({ index, connections }: Library, title: OpenTitle): void {
  const meant = resolveTitle(title, index);
  const profile = profileOf({ title: title.text, body: '', kind: 'news' }, index);
  const all = titleWordsOf(profile);
  const frequencies = new Map(index.frequencies(all).map((frequency, place) => [all[place]!, frequency]));
  const rarest = all.toSorted((one, other) => (frequencies.get(one) ?? 0) - (frequencies.get(other) ?? 0));
  connections.keepMeant(title, meant, rarest.slice(0, words));
}

/** Returns the keys of the words of a title. They are posted without a strength, since they say nothing of the text. */
function titleWordsOf({ posted }: Profile): readonly number[] {
  return posted.filter(({ strength }) => strength === 0).map(({ key }) => key);
}

/** Groups the latest articles anew, when enough have come since that was done. */
export function groupAnew({ index, connections }: Library, { most, enough }: typeof window): void {
  const latest = connections.ungrouped(most, enough);
  if (latest.length > 0) connections.group(regroup(latest, index, connections.pinned()));
}
