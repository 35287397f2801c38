import { say, type Safe } from '../../text/index.ts';
import { spread, windowOf, type Piece, type Row as FrameRow } from '../../kit/index.ts';
import type { Typed } from '../../kit/typing/index.ts';
import type { Hit, Message, Next } from '../../loop/index.ts';
import { readQuery } from '../../query/index.ts';
import { bodyHeight, emptyRow, framed, topBar, typingKeys, typingRow } from '../bars.ts';
import { shortDate } from '../dates.ts';
import { within } from '../moving.ts';
import type { Frame } from '../screen.ts';
import { statusSign } from '../signs.ts';
import { queryNote } from '../query-note.ts';
import { typedOn, typingScreen } from '../typing.ts';
import type { World } from '../world.ts';

/** Full text of every article here: hits as one types, ranked, with the words around them. */
export interface Search {
  readonly screen: 'search';
  readonly line: Typed;
  readonly hits: readonly Hit[];
  readonly selected: number;
}

const most = 50;
const label = say`Search:`;

export function openSearch(words: Safe, world: World): Next<Search> {
  return asked({ screen: 'search', line: { text: words, cursor: words.length }, hits: [], selected: 0 }, world);
}

export const search = typingScreen<Search>({
  name: 'search',
  title: say`Search`,
  update: updateSearch,
  view: viewSearch,
});

function updateSearch(state: Search, message: Message, world: World): Next<Search> {
  if (message.type === 'hitsArrived')
    return [
      message.words === state.line.text
        ? { ...state, hits: message.hits, selected: within(state.selected, message.hits.length) }
        : state,
    ];
  if (message.type === 'marked' || message.type === 'libraryChanged') return asked(state, world);
  if (message.type === 'wheeled') return move(state, Math.sign(message.rows));
  if (message.type === 'neighbourWanted') return openNeighbour(state, message);
  const chord = message.type === 'typed' ? message.chord : '';
  switch (chord) {
    case 'esc':
      return [state, { type: 'leave' }];
    case 'enter':
      return openHit(state);
    case 'up':
    case 'ctrl+p':
    case 'shift+tab':
      return move(state, -1);
    case 'down':
    case 'ctrl+n':
    case 'tab':
      return move(state, 1);
    case 'pagedown':
      return move(state, 10);
    case 'pageup':
      return move(state, -10);
    default:
      return typedInto(state, typedOn(state.line, message), world);
  }
}

function move(state: Search, step: number): Next<Search> {
  return [{ ...state, selected: within(state.selected + step, state.hits.length) }];
}

function openHit(state: Search): Next<Search> {
  const hit = state.hits[state.selected];
  if (!hit) return [state];
  const words = hit.snippet.find((piece) => piece.hit)?.text;
  const find = words ? { find: { words, place: hit.place } } : {};
  return [state, { type: 'follow', article: hit.headline.id, from: null, ...find }];
}

function openNeighbour(state: Search, wanted: Extract<Message, { type: 'neighbourWanted' }>): Next<Search> {
  const next = within(state.selected + wanted.step, state.hits.length);
  const hit = state.hits[next];
  if (!hit || next === state.selected) return [state, { type: 'tell', words: say`No further hit in this direction.` }];
  return [
    { ...state, selected: next },
    { type: 'follow', article: hit.headline.id, from: wanted.from },
  ];
}

function typedInto(state: Search, line: Typed | null, world: World): Next<Search> {
  if (!line) return [state];
  return line.text === state.line.text ? [{ ...state, line }] : asked({ ...state, line, selected: 0 }, world);
}

/** With a mistake in what is typed the hits stay those of before. */
function asked(state: Search, world: World): Next<Search> {
  const { value, mistake } = readQuery(state.line.text, { ...world, typing: true });
  if (mistake) return [state];
  return value.conditions.length === 0
    ? [{ ...state, hits: [] }]
    : [state, { type: 'search', words: state.line.text, query: value, limit: most }];
}

function viewSearch(state: Search, world: World): Frame {
  const height = Math.max(1, Math.floor(bodyHeight(world) / 2));
  const top = windowOf({
    count: state.hits.length,
    selected: state.selected,
    height: () => 1,
    rows: height,
    top: 0,
    margin: 1,
  });
  const body = state.hits
    .slice(top, top + height)
    .flatMap((hit, index) => hitRows(hit, top + index === state.selected, world));
  const count = state.hits.length >= most ? say`the best ${most} hits ` : say`${state.hits.length} hits `;
  const bar = topBar(
    world,
    [{ text: say` Search everything`, role: 'title', strong: true }],
    [{ text: state.line.text === '' ? say`` : count, role: 'muted' }],
  );
  const typed = typingRow(world, label, state.line, say``);
  const keys = typingKeys(world, ['enter', say`open at the hit`], ['esc', say`leave`]);
  const note = queryNote(world, label, state.line, keys);
  const chosen = state.hits[state.selected];
  return {
    rows: framed(world, bar, body.length > 0 ? body : [emptyRow, emptyWords(state)], note, typed),
    chooser: null,
    cursor: null,
    foot: 2,
    spoken: [say`Search: ${state.line.text}. ${count}. ${chosen?.headline.title ?? say``}`],
  };
}

function emptyWords(state: Search): FrameRow {
  const words =
    state.line.text === ''
      ? say`  Type words, or a query: "a phrase", title:, source:, after:2025-04, is:unread, OR, -not. Whole texts are searched.`
      : say`  Nothing here has these words.`;
  return { pieces: [{ text: words, role: 'muted' }] };
}

function hitRows(hit: Hit, isSelected: boolean, world: World): readonly FrameRow[] {
  const { headline } = hit;
  const ground = isSelected ? { ground: 'selection' as const } : {};
  const sign: Piece = { text: isSelected ? say`${world.signs.bar} ` : say`  `, role: 'text' };
  const title = spread(
    [sign, statusSign(headline.status, world), { text: say` ${headline.title}`, role: 'headline' }],
    [{ text: say`${shortDate(headline.published, world)} `, role: 'muted' }],
    world.size.columns,
    ground,
  );
  const snippet = hit.snippet.map((piece): Piece => ({ text: piece.text, role: piece.hit ? 'match' : 'muted' }));
  return [
    title,
    spread(
      [{ ...sign, text: isSelected ? say`${world.signs.bar}   ` : say`    ` }, ...snippet],
      [],
      world.size.columns,
      ground,
    ),
  ];
}
