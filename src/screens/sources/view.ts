import { join, pad, say, widthOf, type Safe } from '../../text/index.ts';
import type { Source, SourceReport } from '../../news/index.ts';
import { gauge, spread, type Piece, type Row } from '../../kit/index.ts';
import { emptyRow, framed, keysBar, topBar } from '../bars.ts';
import { paragraphRows } from '../paragraph.ts';
import type { Frame } from '../screen.ts';
import type { World } from '../world.ts';
import { sourcesCommands } from './commands.ts';
import { tagPiece } from '../tags.ts';
import { standing, trouble } from './health.ts';
import { linesOf, type SourceLine } from './layout.ts';
import { partOf, type Part, type Sources } from './state.ts';

/** The list of sources: bar, a row each, and below the selected one what is known of it. */
export function viewSources(state: Sources, world: World): Frame {
  const lines = linesOf(state, world);
  const body = lines.length > 0 ? lines.map((line) => rowOf(state, line, world)) : emptyRows(state, world);
  const also = [
    ['program.addSource', say`add`],
    ['program.refresh', say`refresh`],
  ] as const;
  return {
    rows: framed(world, barOf(state, world), body, keysBar(sourcesCommands, state, world, also)),
    chooser: null,
    cursor: null,
    spoken: spokenOf(state, world),
  };
}

function barOf(state: Sources, world: World): Row {
  const title: Piece = { text: say` Sources`, role: 'title', strong: true };
  return topBar(world, [title], [{ text: say`${countsOf(state, world)} `, role: 'muted' }]);
}

function countsOf({ reports }: Sources, world: World): Safe {
  const kept = (reports ?? []).filter(({ source }) => source.kept);
  const failing = kept.filter((report) => partOf(report) === 'failing').length;
  const unread = (reports ?? []).reduce((sum, report) => sum + report.unread, 0);
  const parts = [
    kept.length === 1 ? say`1 source` : say`${kept.length} sources`,
    ...(failing > 0 ? [say`${failing} failing`] : []),
    ...(unread > 0 ? [say`${unread} unread`] : []),
  ];
  return join(parts, say` ${world.signs.dot} `);
}

const partNames: Record<Part, Safe> = {
  failing: say`Failing`,
  kept: say`Kept`,
  pages: say`Pages that links led to`,
};

const kindNames: Record<Source['kind'], Safe> = { feed: say`feed`, folder: say`folder`, page: say`page` };

function rowOf(state: Sources, line: SourceLine, world: World): Row {
  if (line.type === 'detail') return line.row;
  if (line.type === 'part')
    return { pieces: [{ text: say`  ${partNames[line.part]}`, role: 'section', strong: true }] };
  return sourceRow(line.report, line.index === state.selected, world);
}

/** Columns from which kind and tags are shown, and dates in full. */
const roomy = 70;

function sourceRow(report: SourceReport, isSelected: boolean, world: World): Row {
  const { source, unread, weeks } = report;
  const { columns } = world.size;
  const isRoomy = columns >= roomy;
  const part = partOf(report);
  const sign: Piece = part === 'failing' ? { text: say`!`, role: 'problem' } : { text: say` `, role: 'text' };
  const about: readonly Piece[] = isRoomy
    ? [
        { text: say`  ${kindNames[source.kind]}`, role: 'muted' },
        ...source.tags.flatMap((tag) => [space, tagPiece(tag)]),
      ]
    : [];
  const left: Piece[] = [
    { text: isSelected ? say`${world.signs.bar} ` : say`  `, role: 'unread' },
    sign,
    { text: say` ${source.name}`, role: source.paused ? 'read' : 'headline', strong: unread > 0 },
    ...about,
  ];
  const right: Piece[] = [
    { text: atRight(unread > 0 ? say`${unread}` : say``, isRoomy ? 6 : 4), role: 'unread' },
    { text: say`  ${gauge.spark(weeks, weeks.length, world.signs)}  `, role: 'spark' },
    { text: pad(standing(report, !isRoomy, world), isRoomy ? 20 : 9), role: part === 'failing' ? 'text' : 'muted' },
  ];
  return spread(left, right, columns, {
    ellipsis: world.signs.ellipsis,
    ...(isSelected ? { ground: 'selection' as const } : {}),
  });
}

const space: Piece = { text: say` `, role: 'muted' };

function atRight(text: Safe, columns: number): Safe {
  return say`${pad(say``, Math.max(0, columns - widthOf(text)))}${text}`;
}

/** Without a source the screen says how one is had. */
function emptyRows(state: Sources, world: World): readonly Row[] {
  if (state.reports === null) return [];
  const add = world.signs.keyName(world.keyOf('program.addSource'));
  const words = [
    say`Nothing is kept yet. The articles that you see come with the reader.`,
    say`${add} adds a feed, a page, a folder of Markdown or a file: type its address or its path.`,
    say`“alsosee import FILE” takes over the list of another reader.`,
  ];
  return [
    emptyRow,
    ...words.flatMap((text) => [
      ...paragraphRows(text, world.size.columns - 2, { role: 'muted', indent: 2 }),
      emptyRow,
    ]),
  ];
}

function spokenOf(state: Sources, world: World): readonly Safe[] {
  const head = say`Sources: ${countsOf(state, world)}.`;
  const report = state.reports?.[state.selected];
  if (!report) return [head, say`Nothing is kept yet.`];
  const wrong = trouble(report, world);
  return [
    head,
    say`${state.selected + 1} of ${state.reports.length}: ${report.source.name}, ${kindNames[report.source.kind]}. ${report.unread} unread. ${standing(report, false, world)}.`,
    ...(wrong ? [say`${wrong.what} ${wrong.todo}`] : []),
  ];
}
