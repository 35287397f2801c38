import { join, say, type Safe } from '../../text/index.ts';
import type { Headline } from '../../news/index.ts';
import { beside, spread, type Piece, type Row } from '../../kit/index.ts';
import { emptyRow, framed, keysBar, percent, topBar } from '../bars.ts';
import { shortDate } from '../dates.ts';
import { minutes, stateWords, statusSign } from '../signs.ts';
import type { Frame } from '../screen.ts';
import type { World } from '../world.ts';
import { headlinesCommands } from './commands.ts';
import { columnsOf, linesOf, type ListLine } from './layout.ts';
import { previewRows } from './preview.ts';
import { headlineAt, selectedHeadline, type Headlines } from './state.ts';

/** The list: bar, rows, and beside them a preview where there is room. */
export function viewHeadlines(state: Headlines, world: World): Frame {
  const columns = columnsOf(world);
  const lines = linesOf(state, world);
  const list = lines.length > 0 ? lines.map((line) => rowOf(state, line, columns.list, world)) : emptyRows(state);
  const body =
    columns.preview > 0
      ? beside(list, previewRows(selectedHeadline(state), columns.preview, world), columns.list, world.signs)
      : list;
  const rows = framed(world, barOf(state, world), body, keysBar(headlinesCommands, state, world));
  return { rows, chooser: null, cursor: null, spoken: spokenOf(state, world) };
}

function barOf(state: Headlines, world: World): Row {
  const total = state.total === 1 ? say`1 article` : say`${state.total} articles`;
  const filter = state.filter === '' ? say`` : say`“${state.filter}” · `;
  const right: Piece[] = [{ text: say`${filter}${total}${positionOf(state)} `, role: 'muted' }];
  return topBar(world, [{ text: say` Also See  `, role: 'title', strong: true }, ...tabs(state, world)], right);
}

/** The smart lists with their digits and counts; the open one stands out, and is named even when it has no digit. */
function tabs(state: Headlines, world: World): readonly Piece[] {
  const isNamed = world.lists.some((list) => list.id === state.list.id);
  const other: Piece[] = isNamed ? [] : [{ text: say` ${state.list.name} `, role: 'tabChosen' }];
  const named = world.lists.flatMap((list, index): Piece[] => {
    const isOpen = list.id === state.list.id;
    const count = list.id === 'latest' || !world.counts[index] ? say`` : say` ${world.counts[index]}`;
    return [{ text: say` ${index + 1} ${list.name}${count} `, role: isOpen ? 'tabChosen' : 'tab' }];
  });
  return [...other, ...named];
}

function positionOf(state: Headlines): Safe {
  return state.total > 0 ? say` · ${state.selected + 1}/${state.total}` : say``;
}

function rowOf(state: Headlines, line: ListLine, columns: number, world: World): Row {
  if (line.type === 'group') return spread([{ text: say`  ${line.name}`, role: 'section', strong: true }], [], columns);
  const headline = headlineAt(state, line.index);
  if (!headline) return emptyRow;
  const isSelected = line.index === state.selected;
  return line.type === 'title'
    ? titleRow(headline, isSelected, columns, world)
    : aboutRow(headline, isSelected, columns, world);
}

function titleRow(headline: Headline, isSelected: boolean, columns: number, world: World): Row {
  const { status } = headline;
  const role = status.read === 'read' ? 'read' : 'headline';
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar} ` : say`  `, role: 'unread' },
    statusSign(status, world),
    { text: say` ${headline.title}`, role, strong: status.read === 'unread' },
  ];
  const right: Piece[] = [
    ...(status.read === 'reading' ? [{ text: say` ${percent(status.progress)}`, role: 'reading' as const }] : []),
    ...(status.bookmarked ? [{ text: say` ${world.signs.bookmark}`, role: 'bookmark' as const }] : []),
    { text: say` ${shortDate(headline.published, world)} `, role: 'muted' },
  ];
  return spread(left, right, columns, isSelected ? { ground: 'selection' } : {});
}

function aboutRow(headline: Headline, isSelected: boolean, columns: number, world: World): Row {
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar}   ` : say`    `, role: 'unread' },
    { text: aboutOf(headline), role: 'muted' },
  ];
  return spread(left, [{ text: say` `, role: 'muted' }], columns, isSelected ? { ground: 'selection' } : {});
}

function aboutOf(headline: Headline): Safe {
  const tags = headline.status.tags.map((tag) => say`#${tag}`);
  const parts = [
    ...(headline.kind === 'backgrounder' ? [say`Backgrounder`] : []),
    headline.publisher,
    say`${minutes(headline.words)} min`,
    ...(headline.alsoSee > 0 ? [say`Also see ${headline.alsoSee}`] : []),
    ...(headline.background > 0 ? [say`Background ${headline.background}`] : []),
    ...(headline.linkedFrom > 0 ? [say`Linked from ${headline.linkedFrom}`] : []),
    ...tags,
  ];
  return join(
    parts.filter((part) => part !== ''),
    say` · `,
  );
}

/** An empty list says why it is empty and what to do about it. */
function emptyRows(state: Headlines): readonly Row[] {
  const line = (text: Safe): Row => ({ pieces: [{ text: say`  ${text}`, role: 'muted' }] });
  if (state.filter !== '')
    return [emptyRow, line(say`Nothing here matches “${state.filter}”.`), line(say`esc shows the whole list again.`)];
  const words: Readonly<Record<string, Safe>> = {
    unread: say`Everything here is read. 1 shows all of it.`,
    bookmarks: say`Nothing is bookmarked yet. s bookmarks the selected article.`,
    continue: say`Nothing is half read. An article that you leave in the middle waits here.`,
    history: say`Nothing was read yet. What you read is listed here, newest first.`,
  };
  return [emptyRow, line(words[state.list.id] ?? say`No articles here yet. A adds a folder of Markdown.`)];
}

function spokenOf(state: Headlines, world: World): readonly Safe[] {
  const headline = selectedHeadline(state);
  const head = say`${state.list.name}: ${state.total} articles.`;
  if (!headline) return [head, say`The list is empty.`];
  const place = say`${state.selected + 1} of ${state.total}`;
  return [
    head,
    say`${place}: ${headline.title}. ${stateWords(headline)}. ${shortDate(headline.published, world)}. ${aboutOf(headline)}.`,
  ];
}
