import { join, say, type Safe } from '../../text/index.ts';
import type { Article, Headline, Prose, Related, ResolvedLink, Span, Story, Surroundings } from '../../news/index.ts';
import { storyWords } from '../story/words.ts';
import type { World } from '../world.ts';
import { noteSection, paragraphOf, type Section } from './section.ts';
import { signedSpans } from './signed.ts';

/** What stands under the body of an article. */
export interface Foot {
  readonly sections: readonly Section[];
  /** Its links, in the order of their numbers, which go on from those of the article. */
  readonly links: readonly ResolvedLink[];
  /** The numbers of those that explain, of the article's own and of these. */
  readonly background: readonly number[];
}

/** A link as it stands in a list of the foot. */
interface FootLink {
  readonly link: ResolvedLink;
  readonly index: number;
  /** Why it stands there, where that is not plain from the name of the list. */
  readonly why: readonly Safe[];
}

/** What an article has under its body: notes, links that have no place in the text, what links here, and what lies around. */
export function footOf(article: Article, around: Surroundings | null, note: Safe, world: World): Foot {
  const placed = placedLinks(article.body);
  const own = article.links.map((link, index): FootLink => ({ link, index, why: [] }));
  const unplaced = own.filter(({ index }) => !placed.has(index));
  const inward = numbered(article.linkedFromArticles.map(alone), 'inline', article.links.length);
  const known = new Set(article.links.filter(explains).map(({ target }) => target?.id));
  const others = (around?.background ?? []).filter(({ headline }) => !known.has(headline.id));
  const background = numbered(others, 'background', article.links.length + inward.length);
  const found = around?.related ?? [];
  const related = numbered(found, 'inline', article.links.length + inward.length + background.length);
  const named = unplaced.filter(({ link }) => link.relation === 'background');
  const explaining = own.filter(({ link }) => explains(link));
  return {
    sections: [
      ...(note === '' ? [] : [noteSection(note)]),
      ...[article.authorNote, article.address].flatMap((text) => (text ? [noteSection(text)] : [])),
      ...listOf(
        say`Also see`,
        unplaced.filter(({ link }) => link.relation === 'also-see'),
        world,
      ),
      ...listOf(say`Background`, [...named, ...background], world),
      ...listOf(say`Linked from`, inward, world),
      ...listOf(say`Related`, related, world),
      ...storyOf(around?.story ?? null, world),
    ],
    links: [...inward, ...background, ...related].map(({ link }) => link),
    background: [...explaining, ...background].map(({ index }) => index),
  };
}

const explains = ({ relation }: ResolvedLink): boolean => relation === 'background';

const alone = (headline: Headline): Related => ({ headline, why: [] });

function numbered(found: readonly Related[], relation: ResolvedLink['relation'], first: number): readonly FootLink[] {
  return found.map(({ headline, why }, place) => ({
    link: { relation, text: headline.title, address: null, target: headline, guess: null },
    index: first + place,
    why,
  }));
}

function listOf(name: Safe, links: readonly FootLink[], world: World): readonly Section[] {
  if (links.length === 0) return [];
  const entries = links.map((link) => ({ blocks: [paragraphOf(entryOf(link, world))] }));
  return [headingOf(name), { part: 'foot', block: { type: 'list', start: null, loose: false, entries } }];
}

function headingOf(name: Safe): Section {
  return { part: 'section', block: { type: 'heading', level: 2, spans: [{ text: name }] } };
}

/** The title that is linked, and on a line of its own why it stands here. */
function entryOf({ link, index, why }: FootLink, world: World): readonly Span[] {
  const spans = signedSpans([{ text: link.target?.title ?? link.text, link: index }], padded(link, index), world);
  if (why.length === 0) return spans;
  const words: Span = { text: join(why, say` ${world.signs.dot} `), emphasis: true };
  return [...spans.slice(0, -1), ...spans.slice(-1).map((last): Span => ({ ...last, breaks: true })), words];
}

/** The sign is looked up by the link's index on the page. */
function padded(link: ResolvedLink, index: number): readonly ResolvedLink[] {
  const links: ResolvedLink[] = [];
  links[index] = link;
  return links;
}

function storyOf(story: Story | null, world: World): readonly Section[] {
  if (!story) return [];
  const key = world.signs.keyName(world.keyOf('article.story'));
  return [
    headingOf(say`Story`),
    noteSection(say`${storyWords(story, world)} ${world.signs.dot} ${key} shows them by day`),
  ];
}

function placedLinks(prose: Prose): ReadonlySet<number> {
  const placed = new Set<number>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object') {
      if ('link' in value && typeof value.link === 'number') placed.add(value.link);
      Object.values(value).forEach(walk);
    }
  };
  walk(prose);
  return placed;
}
