import { cleanLine, join, pad, say, type Safe } from '../../text/index.ts';
import type { Message, Next } from '../../loop/index.ts';
import type { Row as FrameRow } from '../../kit/index.ts';
import type { Typed } from '../../kit/typing/index.ts';
import { bodyHeight, emptyRow, framed, topBar, typingKeys, typingRow } from '../bars.ts';
import type { Frame } from '../screen.ts';
import { emptyLine, typedOn, typingScreen } from '../typing.ts';
import type { Offer, World } from '../world.ts';

/** All keys, those of the view that it was called from first; what is typed narrows them. */
export interface Help {
  readonly screen: 'help';
  readonly line: Typed;
  readonly top: number;
}

export const openHelp: Help = { screen: 'help', line: emptyLine, top: 0 };

export const help = typingScreen<Help>({ name: 'help', title: say`Help`, update: updateHelp, view: viewHelp });

function updateHelp(state: Help, message: Message, world: World): Next<Help> {
  if (message.type === 'wheeled') return scroll(state, message.rows, world);
  const chord = message.type === 'typed' ? message.chord : '';
  switch (chord) {
    case 'esc':
      return state.line.text === '' ? [state, { type: 'leave' }] : [openHelp];
    case 'enter':
      return [state, { type: 'leave' }, { type: 'run', command: 'program.guide' }];
    case 'up':
      return scroll(state, -1, world);
    case 'down':
      return scroll(state, 1, world);
    case 'pageup':
    case 'ctrl+u':
      return scroll(state, -bodyHeight(world), world);
    case 'pagedown':
    case 'ctrl+d':
      return scroll(state, bodyHeight(world), world);
    case '?':
    case 'q':
      if (state.line.text === '') return [state, { type: 'leave' }];
      break;
  }
  const line = typedOn(state.line, message);
  return [line ? { ...state, line, top: 0 } : state];
}

function scroll(state: Help, rows: number, world: World): Next<Help> {
  const last = Math.max(0, rowsOf(state, world).length - bodyHeight(world));
  return [{ ...state, top: Math.max(0, Math.min(state.top + rows, last)) }];
}

function viewHelp(state: Help, world: World): Frame {
  const rows = rowsOf(state, world);
  const bar = topBar(
    world,
    [{ text: say` Help`, role: 'title', strong: true }],
    [{ text: say`${rows.length > 0 ? say`type to search` : say`nothing found`} `, role: 'muted' }],
  );
  const typed = typingRow(
    world,
    say`Search:`,
    state.line,
    typingKeys(world, ['enter', say`the guide`], ['esc', say`leave`]),
  );
  const none: FrameRow = { pieces: [{ text: say`  No key or command has these words.`, role: 'muted' }] };
  const body = rows.length > 0 ? rows.slice(state.top, state.top + bodyHeight(world)) : [emptyRow, none];
  return {
    rows: framed(world, bar, body, typed),
    chooser: null,
    cursor: null,
    spoken: found(state, world).map((offer) => say`${keysOf(offer, world)}: ${offer.title}. ${offer.hint}`),
  };
}

/** Under a heading each: the view's own groups first, as the table of commands has them. */
function rowsOf(state: Help, world: World): readonly FrameRow[] {
  const offers = found(state, world);
  const groups = [...new Set(offers.map(groupOf))];
  return groups.flatMap((group) => [
    { pieces: [{ text: say`  ${group}`, role: 'section' as const, strong: true }] },
    ...offers.filter((offer) => groupOf(offer) === group).map((offer) => offerRow(offer, world)),
    emptyRow,
  ]);
}

function groupOf(offer: Offer): Safe {
  return say`${offer.screen} · ${cleanLine(offer.group)}`;
}

function found(state: Help, world: World): readonly Offer[] {
  const words = state.line.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return world.offers().filter((offer) => {
    const text = [offer.title, offer.hint, offer.id, ...offer.keys, keysOf(offer, world)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function offerRow(offer: Offer, world: World): FrameRow {
  const narrow = world.size.columns < 70;
  const keys = pad(keysOf(offer, world), narrow ? 14 : 22);
  const words = narrow ? offer.title : offer.hint;
  return {
    pieces: [
      { text: say`    ${keys} `, role: 'barKey' },
      { text: words, role: offer.unavailable ? 'muted' : 'text' },
    ],
  };
}

function keysOf(offer: Offer, world: World): Safe {
  return join(
    offer.keys.map((key) => world.signs.keyName(key)),
    say`  `,
  );
}
