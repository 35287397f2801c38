import { join, say, widthOf, type Safe } from '../text/index.ts';
import { footer, rule, spread, type Hint, type Piece, type Row } from '../kit/index.ts';
import { prompt, type Typed } from '../kit/typing/index.ts';
import type { Command } from '../loop/index.ts';
import type { World } from './world.ts';

/** Rows above the body: the bar and its rule, fewer on a low screen and none in zen. */
export function barsAbove(world: World): number {
  if (world.zen) return 0;
  return world.size.rows >= 10 ? 2 : world.size.rows >= 4 ? 1 : 0;
}

/** Rows below the body: a rule and the footer, fewer on a low screen and none in zen. */
function barsBelow(world: World): number {
  if (world.zen) return 0;
  return world.size.rows >= 10 ? 2 : world.size.rows >= 5 ? 1 : 0;
}

/** Rows between the bars. */
export function bodyHeight(world: World): number {
  return Math.max(1, world.size.rows - barsAbove(world) - barsBelow(world));
}

/** Returns the whole frame: bars above, the body filled up to its height, bars below. */
export function framed(
  world: World,
  above: Row,
  body: readonly Row[],
  below: Row,
  onRule: Row | null = null,
): readonly Row[] {
  const height = bodyHeight(world);
  const rows = [...body.slice(0, height), ...Array.from({ length: Math.max(0, height - body.length) }, () => emptyRow)];
  const top = [above, ruleRow(world)].slice(0, barsAbove(world));
  const bottom = barsBelow(world) === 2 ? [onRule ?? ruleRow(world), below] : barsBelow(world) === 1 ? [below] : [];
  return [...top, ...rows, ...bottom];
}

export const emptyRow: Row = { pieces: [] };

/** A line across the screen. */
function ruleRow(world: World): Row {
  return rule(world.size.columns, world.signs);
}

/** Returns the top bar: what stands left gives way to what stands right. */
export function topBar(world: World, left: readonly Piece[], right: readonly Piece[]): Row {
  return spread(left, right, world.size.columns, { ground: 'bar', ellipsis: world.signs.ellipsis });
}

/**
 * Returns the footer: the keys that work now, the most important first, as many as fit whole, and always that of the help.
 * `also` names commands of the program that matter on this screen.
 */
export function keysBar<State>(
  commands: readonly Command<State, World>[],
  state: State,
  world: World,
  also: readonly (readonly [command: string, words: Safe])[] = [],
): Row {
  const own = commands
    .filter((command) => command.prominence === 'footer' && !command.unavailable?.(state, world))
    .map((command) => hint(command.id, command.short ?? command.title, false, world));
  const more = also.map(([command, words]) => hint(command, words, false, world));
  const always = [hint('program.palette', say`command`, false, world), hint('program.help', say`help`, true, world)];
  return footer(
    [...own, ...more, ...always].filter(({ key }) => key !== ''),
    world.size.columns,
  );
}

function hint(command: string, words: Safe, pinned: boolean, world: World): Hint {
  return { key: world.signs.keyName(world.keyOf(command)), words, pinned };
}

/** Returns what keys do while something is typed: "↵ keep · Esc leave". */
export function typingKeys(world: World, ...keys: readonly (readonly [key: string, words: Safe])[]): Safe {
  return join(
    keys.map(([key, words]) => say`${world.signs.keyName(key)} ${words}`),
    say` ${world.signs.dot} `,
  );
}

/** Returns the words that are shown for a share that was read: "42 %". */
export function percent(share: number): Safe {
  return say`${Math.max(1, Math.min(99, Math.round(share * 100)))} %`;
}

/** Returns as many of the parts as fit the columns whole, with a dot between them: the first ones matter most. */
export function partsThatFit(parts: readonly (Safe | Piece)[], columns: number, world: World): readonly Piece[] {
  const between: Piece = { text: say` ${world.signs.dot} `, role: 'muted' };
  const told = parts
    .map((part): Piece => (typeof part === 'string' ? { text: part, role: 'muted' } : part))
    .filter(({ text }) => text !== '');
  let room = columns;
  const fitting = told.filter((part, index) => {
    room -= widthOf(part.text) + (index > 0 ? widthOf(between.text) : 0);
    return index === 0 || room >= 0;
  });
  return fitting.flatMap((part, index) => (index > 0 ? [between, part] : [part]));
}

/** Returns the row in which a line is typed, with a note at its right where there is room for both. */
export function typingRow(world: World, label: Safe, typed: Typed, note: Safe): Row {
  const { columns } = world.size;
  const room = columns - widthOf(note) - 2;
  const lead = say` ${label}`;
  if (room < 24) return { ...prompt(lead, typed, columns), ground: 'bar' };
  return spread(prompt(lead, typed, room).pieces, [{ text: say`${note} `, role: 'muted' }], columns, {
    ground: 'bar',
  });
}
