import { cleanLine, join, say, slice, type Safe } from '../../text/index.ts';
import type { SmartList } from '../../news/index.ts';
import { readQuery } from '../../query/index.ts';
import type { Typed } from '../../kit/typing/index.ts';
import type { Message, Next } from '../../loop/index.ts';
import { typingRow } from '../bars.ts';
import { within } from '../moving.ts';
import { queryNote } from '../query-note.ts';
import type { Frame } from '../screen.ts';
import { sheet, type SheetEntry } from '../sheet.ts';
import { emptyLine, typedOn, typingScreen } from '../typing.ts';
import type { Offer, World } from '../world.ts';
import { bestMatches } from './match.ts';

/** Every command by its name: type a few letters of it, Enter runs it. */
export interface Palette {
  readonly screen: 'palette';
  readonly line: Typed;
  readonly selected: number;
}

export const emptyPalette: Palette = { screen: 'palette', line: emptyLine, selected: 0 };

export const palette = typingScreen<Palette>({
  name: 'palette',
  title: say`Commands`,
  isOverlay: true,
  update: updatePalette,
  view: viewPalette,
});

/** What begins with a slash is a query: Enter lists what it finds. */
function asked({ line }: Palette): Safe | null {
  return line.text.startsWith('/') ? slice(line.text, 1) : null;
}

function updatePalette(state: Palette, message: Message, world: World): Next<Palette> {
  const chord = message.type === 'typed' ? message.chord : '';
  const found = bestMatches(world.offers(), state.line.text);
  const move = (step: number): Next<Palette> => [{ ...state, selected: within(state.selected + step, found.length) }];
  switch (chord) {
    case 'up':
    case 'ctrl+p':
    case 'shift+tab':
      return move(-1);
    case 'down':
    case 'ctrl+n':
    case 'tab':
      return move(1);
    case 'esc':
      return [state, { type: 'leave' }];
    case 'enter':
      if (asked(state) !== null) return list(state, world);
      return runOffer(state, found[state.selected]);
    default:
      return typedInto(state, typedOn(state.line, message));
  }
}

function list(state: Palette, world: World): Next<Palette> {
  const text = asked(state) ?? say``;
  const { value, mistake } = readQuery(text, { ...world, typing: true });
  if (mistake) return [state];
  const made: SmartList = { id: `query ${text}`, name: cleanLine(text) || say`Latest`, query: value };
  return [state, { type: 'leave' }, { type: 'open', opening: { screen: 'headlines', list: made } }];
}

function runOffer(state: Palette, offer: Offer | undefined): Next<Palette> {
  if (!offer) return [state];
  if (offer.unavailable) return [state, { type: 'tell', words: offer.unavailable }];
  return [state, { type: 'leave' }, { type: 'run', command: offer.id }];
}

function typedInto(state: Palette, line: Typed | null): Next<Palette> {
  if (!line) return [state];
  return [{ ...state, line, selected: line.text === state.line.text ? state.selected : 0 }];
}

function viewPalette(state: Palette, world: World, below: Frame['rows']): Frame {
  const query = asked(state);
  if (query !== null) return viewQuery(state, query, world, below);
  const found = bestMatches(world.offers(), state.line.text);
  const entries = found.map((offer) => entryOf(offer, world));
  const note = found.length === 0 ? say`no such command` : say`${state.selected + 1}/${found.length}`;
  const typed = typingRow(world, say`:`, state.line, note);
  const chosen = found[state.selected];
  const hint = chosen ? (chosen.unavailable ?? chosen.hint) : say`Esc leaves`;
  const drawn = sheet(
    below,
    typed,
    entries,
    state.selected,
    { pieces: [{ text: say` ${hint}`, role: 'muted' }], ground: 'bar' },
    world,
  );
  return {
    ...drawn,
    cursor: null,
    spoken: [say`Command: ${state.line.text}. ${chosen?.title ?? say`nothing found`}. ${hint}`],
  };
}

function viewQuery(state: Palette, query: Safe, world: World, below: Frame['rows']): Frame {
  const typed = typingRow(world, say`:`, state.line, say``);
  const cursor = Math.max(0, state.line.cursor - 1);
  const note = queryNote(world, say`: `, { text: query, cursor }, say`Enter lists what the query finds`);
  const rows = [...below.slice(0, Math.max(0, world.size.rows - 2)), typed, note];
  return { rows, chooser: null, cursor: null, foot: 2, spoken: [say`List: ${query}`] };
}

function entryOf(offer: Offer, world: World): SheetEntry {
  const keys = join(
    offer.keys.slice(0, 3).map((key) => world.signs.keyName(key)),
    say` `,
  );
  return { key: offer.id, label: offer.title, detail: keys, dim: offer.unavailable !== null };
}
