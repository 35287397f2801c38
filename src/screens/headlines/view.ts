import { join, say, widthOf, type Safe } from '../../text/index.ts';
import { readingMinutes, type Headline, type Story } from '../../news/index.ts';
import { beside, spread, type Piece, type Row } from '../../kit/index.ts';
import { emptyRow, framed, keysBar, partsThatFit, percent, topBar } from '../bars.ts';
import { shortDate } from '../dates.ts';
import { paragraphRows } from '../paragraph.ts';
import { stateWords, statusSign } from '../signs.ts';
import { tagPiece } from '../tags.ts';
import type { Frame } from '../screen.ts';
import type { World } from '../world.ts';
import { headlinesCommands } from './commands.ts';
import { columnsOf, isOneLine, linesOf, type ListLine } from './layout.ts';
import { previewRows } from './preview.ts';
import { storyParts } from '../story/words.ts';
import { headlineAt, selectedHeadline, storyOfRow, type Headlines } from './state.ts';

/** The list: bar, rows, and beside them a preview where there is room. */
export function viewHeadlines(state: Headlines, world: World): Frame {
  const columns = columnsOf(world);
  const lines = linesOf(state, world);
  const list =
    lines.length > 0 ? lines.map((line) => rowOf(state, line, columns.list, world)) : emptyRows(state, world);
  const body =
    columns.preview > 0
      ? beside(list, previewRows(selectedHeadline(state), columns.preview, world), columns.list, world.signs)
      : list;
  const rows = framed(world, barOf(state, world), body, keysBar(headlinesCommands, state, world));
  return { rows, chooser: null, cursor: null, spoken: spokenOf(state, world) };
}

function barOf(state: Headlines, world: World): Row {
  const filter = state.filter === '' ? say`` : say`“${state.filter}” · `;
  const reading = world.reading === null ? say`` : say`reading ${world.reading} files · `;
  const right: Piece[] = [{ text: say`${reading}${filter}${positionOf(state)} `, role: 'muted' }];
  const name: Piece = { text: say` Also See  `, role: 'title', strong: true };
  const room = world.size.columns - columnsOfAll([name, ...right]) - 2;
  return topBar(world, [name, ...tabsThatFit(tabs(state, world), room)], right);
}

/** The smart lists with their digits and counts; the open one stands out, and is named even when it has no digit. */
function tabs(state: Headlines, world: World): readonly Piece[] {
  const isNamed = world.lists.some((list) => list.id === state.list.id);
  const other: Piece[] = isNamed ? [] : [{ text: say` ${state.list.name} `, role: 'tabChosen' }];
  const named = world.lists.map((list, index): Piece => {
    const isOpen = list.id === state.list.id;
    const count = list.id === 'latest' || !world.counts[index] ? say`` : say` ${world.counts[index]}`;
    return { text: say` ${index + 1} ${list.name}${count} `, role: isOpen ? 'tabChosen' : 'tab' };
  });
  return [...other, ...named];
}

/** Tabs are shown whole or not at all, the open one always. */
function tabsThatFit(all: readonly Piece[], columns: number): readonly Piece[] {
  const open = all.find(({ role }) => role === 'tabChosen');
  let room = columns - columnsOfAll(open ? [open] : []);
  return all.filter((tab) => {
    if (tab === open) return true;
    room -= widthOf(tab.text);
    return room >= 0;
  });
}

function columnsOfAll(pieces: readonly Piece[]): number {
  return pieces.reduce((columns, { text }) => columns + widthOf(text), 0);
}

function positionOf(state: Headlines): Safe {
  return say`${Math.min(state.total, state.selected + 1)}/${state.total}`;
}

function rowOf(state: Headlines, line: ListLine, columns: number, world: World): Row {
  if (line.type === 'group') return spread([{ text: say`  ${line.name}`, role: 'section', strong: true }], [], columns);
  const headline = headlineAt(state, line.index);
  if (!headline) return emptyRow;
  const isSelected = line.index === state.selected;
  return line.type === 'title'
    ? titleRow(state, headline, isSelected, columns, world)
    : aboutRow(state, headline, isSelected, columns, world);
}

function titleRow(state: Headlines, headline: Headline, isSelected: boolean, columns: number, world: World): Row {
  const { status } = headline;
  const story = state.folded && isOneLine(world) ? storyOfRow(state, headline) : null;
  const role = status.read === 'read' ? 'read' : 'headline';
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar} ` : say`  `, role: 'unread' },
    statusSign(status, world),
    { text: say` ${headline.title}`, role, strong: status.read === 'unread' },
  ];
  const right: Piece[] = [
    ...(story ? [{ text: say` ${story.articles} articles`, role: 'muted' as const }] : []),
    ...(status.read === 'reading' ? [{ text: say` ${percent(status.progress)}`, role: 'reading' as const }] : []),
    ...(status.bookmarked ? [{ text: say` ${world.signs.bookmark}`, role: 'bookmark' as const }] : []),
    { text: say` ${shortDate(headline.published, world)} `, role: 'muted' },
  ];
  return spread(left, right, columns, isSelected ? { ground: 'selection' } : {});
}

function aboutRow(state: Headlines, headline: Headline, isSelected: boolean, columns: number, world: World): Row {
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar}   ` : say`    `, role: 'unread' },
    ...partsThatFit(aboutOf(state, headline), columns - 5, world),
  ];
  return spread(left, [{ text: say` `, role: 'muted' }], columns, isSelected ? { ground: 'selection' } : {});
}

function aboutOf(state: Headlines, headline: Headline): readonly (Safe | Piece)[] {
  const story = storyOfRow(state, headline);
  if (story && state.folded) return [...storyParts(story), headline.publisher];
  return [
    ...(headline.corrected ? [say`changed since you read it`] : []),
    ...(headline.kind === 'backgrounder' ? [say`Backgrounder`] : []),
    headline.publisher,
    say`${readingMinutes(headline.words)} min`,
    ...headline.status.tags.map(tagPiece),
    ...(story ? [storyLine(story)] : []),
    ...(headline.alsoSee > 0 ? [say`Also see ${headline.alsoSee}`] : []),
    ...(headline.background > 0 ? [say`Background ${headline.background}`] : []),
    ...(headline.linkedFrom > 0 ? [say`Linked from ${headline.linkedFrom}`] : []),
  ];
}

/** Of a story that is followed, what is new in it comes first. */
function storyLine({ articles, fresh, followed }: Story): Safe {
  const size = say`Story of ${articles}`;
  if (!followed) return size;
  return fresh > 0 ? say`${fresh} new in a story of ${articles} you follow` : say`${size}, followed`;
}

/** An empty list says why it is empty and what to do about it. */
function emptyRows(state: Headlines, world: World): readonly Row[] {
  const told = whyEmpty(state, world);
  const { list: columns } = columnsOf(world);
  return [emptyRow, ...told.flatMap((text) => paragraphRows(text, columns - 2, { role: 'muted', indent: 2 }))];
}

function whyEmpty(state: Headlines, world: World): readonly Safe[] {
  const { id, name, query } = state.list;
  if (state.filter !== '') return [say`Nothing here matches “${state.filter}”.`, say`Esc shows the whole list again.`];
  if (world.reading !== null) return [say`Reading the articles…`];
  const words: Readonly<Record<string, Safe>> = {
    unread: say`Everything here is read. 1 shows all of it.`,
    bookmarks: say`Nothing is bookmarked yet. s bookmarks the selected article.`,
    continue: say`Nothing is half read. An article that you leave in the middle waits here.`,
    following: say`No story is followed yet. F on an article follows what comes of it.`,
    backgrounders: say`There is no backgrounder here yet.`,
    history: say`Nothing was read yet. What you read is listed here, newest first.`,
  };
  const known = words[id];
  if (known) return [known];
  if (query.conditions.some(({ type }) => type === 'source'))
    return [say`Nothing of this source is here yet. r asks it for news.`];
  return query.conditions.length > 0
    ? [say`No article here is what “${name}” asks for.`]
    : [say`No articles here yet. A adds a feed, a page, a folder or a file.`];
}

function spokenOf(state: Headlines, world: World): readonly Safe[] {
  const headline = selectedHeadline(state);
  const head = say`${state.list.name}: ${state.total} articles.`;
  if (!headline) return [head, say`The list is empty.`];
  const place = say`${state.selected + 1} of ${state.total}`;
  const about = aboutOf(state, headline).map((part) => (typeof part === 'string' ? part : part.text));
  return [
    head,
    say`${place}: ${headline.title}. ${stateWords(headline)}. ${shortDate(headline.published, world)}. ${join(about, say`, `)}.`,
  ];
}
