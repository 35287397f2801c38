import { titleKey, type Block, type Link, type Span } from '../../news/index.ts';
import { wordsOf } from '../../prose/index.ts';
import { cleanLine, say, type Safe } from '../../text/index.ts';
import { roleOf, type Role } from '../roles.ts';
import { isInvitation } from './invitations.ts';

/** What is known of the article apart from its text. */
export interface Known {
  readonly title: string | null;
  readonly byline: string | null;
  /** The host of the page, or null. */
  readonly host: string | null;
}

/** Roles of lines that say nothing of the article, wherever they stand in it. */
const never: ReadonlySet<Role['type']> = new Set(['furniture', 'read-more']);
/** Roles of lines that tell of the article above its text and below it. */
const aside: ReadonlySet<Role['type']> = new Set([
  'furniture',
  'read-more',
  'list',
  'about-author',
  'desk',
  'byline',
  'date',
  'tags',
  'site',
  'credit',
]);

/** Returns the text of the article alone: without its title, its byline and what the page puts around and between its paragraphs. */
export function withoutEdges(body: readonly Block[], links: Link[], known: Known): readonly Block[] {
  const told = body
    .map(tell)
    .filter(({ block, role }) => block.type === 'figure' || role === null || !never.has(role.type));
  const inner = withoutFoot(withoutHead(withoutTitle(withoutLists(told, links), known), known));
  return withoutRepeats(inner).flatMap(({ block, role, words }) => asRead(block, role, words, links, known));
}

interface Told {
  readonly block: Block;
  /** What a paragraph or heading is by its words; null for other blocks. */
  readonly role: Role | null;
  readonly words: Safe;
}

function tell(block: Block): Told {
  if (block.type !== 'paragraph' && block.type !== 'heading') return { block, role: null, words: say`` };
  const words = cleanLine(wordsOf(block.spans));
  return { block, role: roleOf(words), words };
}

/** A heading over other pieces goes, with the list of links below it: they are links to related pieces. */
function withoutLists(told: readonly Told[], links: Link[]): readonly Told[] {
  return told.filter(({ block, role }, index) => {
    if (role?.type === 'list') return false;
    if (block.type !== 'list' || told[index - 1]?.role?.type !== 'list' || !isMenu(block)) return true;
    for (const link of linksIn(block)) links[link] = { ...links[link]!, relation: 'also-see' };
    return false;
  });
}

function linksIn(block: Block & { type: 'list' }): readonly number[] {
  const spans = block.entries.flatMap(({ blocks }) =>
    blocks.flatMap((inner) => (inner.type === 'paragraph' ? inner.spans : [])),
  );
  return [...new Set(spans.flatMap(({ link }) => (link === undefined ? [] : [link])))];
}

/** How many blocks the title may stand below the beginning. */
const deepest = 8;

function withoutTitle(told: readonly Told[], { title }: Known): readonly Told[] {
  if (title === null) return told;
  const key = titleKey(title);
  const index = told
    .slice(0, deepest)
    .findIndex(({ words, block }) => words !== '' && isTitle(titleKey(words), key, block));
  if (index === -1) return told;
  const before = told.slice(0, index).filter(({ block, words }) => block.type === 'figure' || words.length > 100);
  return [
    ...before,
    ...told.slice(index + 1).filter(({ words, block }) => block.type !== 'heading' || titleKey(words) !== key),
  ];
}

function isTitle(words: string, title: string, block: Block): boolean {
  if (words === title) return true;
  return block.type === 'heading' && block.level === 1 && (words.includes(title) || title.includes(words));
}

/** Above the first sentence stand names, dates and sections. */
function withoutHead(told: readonly Told[], known: Known): readonly Told[] {
  const first = told.findIndex(({ block, words, role }) => isSentence(block, words, role));
  if (first === -1) return told;
  return told.filter((one, index) => index >= first || !isHead(one, known));
}

function isSentence(block: Block, words: string, role: Role | null): boolean {
  if (block.type !== 'paragraph' || (role && role.type !== 'text' && words.length < 200)) return false;
  return words.length >= 120 || (words.length >= 50 && /[.!?…。]["”»’)]?$/.test(words));
}

function isHead({ block, words, role }: Told, { byline }: Known): boolean {
  if (role === null) return block.type === 'rule' || (block.type === 'list' && isMenu(block));
  if (aside.has(role.type)) return true;
  const key = titleKey(words);
  if (byline !== null && words.length < byline.length + 60 && key.includes(titleKey(byline))) return true;
  return block.type === 'paragraph' && words.length < 40 && !/[.!?…。:]["”»’)]?$/.test(words);
}

/** A list of short links. */
function isMenu(block: Block & { type: 'list' }): boolean {
  return block.entries.every(({ blocks }) =>
    blocks.every(
      (inner) =>
        inner.type === 'paragraph' &&
        inner.spans.every(({ link, text }) => link !== undefined || text.trim().length < 3),
    ),
  );
}

/** Below the last sentence stand signatures, tags, rights and lists of other pieces. */
function withoutFoot(told: readonly Told[]): readonly Told[] {
  let end = told.length;
  while (end > 0 && isFoot(told[end - 1]!)) end--;
  return end === 0 ? told : told.slice(0, end);
}

function isFoot({ block, role, words }: Told): boolean {
  if (block.type === 'heading' || block.type === 'rule') return true;
  if (block.type === 'list') return isMenu(block);
  if (block.type !== 'paragraph' || role === null) return false;
  if (aside.has(role.type) || isInvitation(words)) return true;
  return words.length < 150 && block.spans.every(({ link, text }) => link !== undefined || text.trim().length < 3);
}

/** A sentence that stands on the page over and over, as a caption does below each picture, is read once. */
function withoutRepeats(told: readonly Told[]): readonly Told[] {
  const times = new Map<string, number>();
  for (const { words } of told) if (words.length >= 60) times.set(words, (times.get(words) ?? 0) + 1);
  const seen = new Set<string>();
  return told.filter(({ words, block }) => {
    if (block.type !== 'paragraph' || (times.get(words) ?? 0) < 3) return true;
    return seen.size < seen.add(words).size;
  });
}

function asRead(block: Block, role: Role | null, words: Safe, links: Link[], { host }: Known): readonly Block[] {
  if (role?.type === 'picture' && words.length < 400 && block.type === 'paragraph') {
    return [
      {
        type: 'figure',
        alt: say``,
        caption: role.caption === '' ? [] : [{ text: role.caption }],
        credit: role.credit,
        address: null,
      },
    ];
  }
  const only = block.type === 'paragraph' ? relatedLink(block.spans, words, links, host) : null;
  if (only === null || block.type !== 'paragraph') return [block];
  links[only] = { ...links[only]!, relation: 'also-see' };
  return [{ type: 'alsoSee', wording: say`Also see`, spans: block.spans }];
}

/** A paragraph that is nothing but a title linked to another page of the site leads to a related piece. */
function relatedLink(
  spans: readonly Span[],
  words: string,
  links: readonly Link[],
  host: string | null,
): number | null {
  const link = spans[0]?.link;
  if (link === undefined || host === null || spans.some((span) => span.link !== link && span.text.trim() !== ''))
    return null;
  if (words.split(' ').length < 4 || words.length > 160 || /[.:]$/.test(words)) return null;
  const address = links[link]?.address;
  return address && URL.parse(address)?.host.replace(/^www\./, '') === host.replace(/^www\./, '') ? link : null;
}
