import type { Safe } from '../text/index.ts';
import { channels } from './contrast.ts';
import { nearestOf16, nearestOf256 } from './nearest.ts';
import type { Colour, Look, Side, Theme } from './parse.ts';
import { fallbackOf, plainOf, type Attributes, type Role } from './roles.ts';

/** How many colours a terminal shows. */
export type ColourDepth = 'none' | 16 | 256 | 'true';

/** What is done to a piece of text beside its role. */
export interface Style {
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly struck?: boolean;
  readonly underline?: boolean;
  /** The role that lies behind it; the page if none is named. */
  readonly ground?: Role;
}

/** A theme for one terminal: makes of text and role what the terminal draws. */
export interface Paint {
  /** Returns the text in its role, self-contained: every style that it opens is closed. */
  readonly text: (text: Safe, role: Role, style?: Style) => string;
  /** Returns the SGR sequence that starts a role, or an empty string; {@link close} ends it. */
  readonly open: (role: Role, style?: Style) => string;
}

/** Ends whatever {@link Paint.open} started. */
export const close = '\x1b[0m';

/**
 * Returns the theme's paint for a terminal of that depth, whose background is dark or light.
 * A theme without a side for this background paints its own page behind everything, as far as the depth allows.
 */
export function paintFor(theme: Theme, depth: ColourDepth, dark: boolean): Paint {
  const own = dark ? theme.dark : theme.light;
  const side = own ?? theme.dark ?? theme.light;
  const looks = looksAt(side, depth, dark, theme.fills || !own);
  const known = new Map<string, string>();
  const open = (role: Role, style: Style = unstyled): string => {
    const key = keyOf(role, style);
    let codes = known.get(key);
    if (codes === undefined) known.set(key, (codes = codesOf(mix(looks, role, style), style, depth, dark)));
    return codes;
  };
  const text = (text: Safe, role: Role, style?: Style): string => {
    const codes = open(role, style);
    return codes && text ? codes + text + close : text;
  };
  return { text, open };
}

const unstyled: Style = {};

function keyOf(role: Role, style: Style): string {
  const flags = (style.strong ? 1 : 0) + (style.emphasis ? 2 : 0) + (style.struck ? 4 : 0) + (style.underline ? 8 : 0);
  return `${role} ${style.ground ?? ''} ${flags}`;
}

type Looks = (role: Role) => Look;

/** Returns how roles look at the depth: what cannot be told by colour there is told by the role's plain attributes. */
function looksAt(side: Side | null, depth: ColourDepth, dark: boolean, fills: boolean): Looks {
  return (role) => {
    const look: Look = side?.[role] ?? {};
    if (role === 'page' && (!fills || depth === 16 || depth === 'none')) return {};
    if (depth === 256 || depth === 'true') return look;
    const { fg, bg, ...attributes } = look;
    const hue = depth === 16 && fg && !bg ? nearestOf16(fg, dark) : null;
    return fg && hue !== null ? { ...attributes, fg } : { ...plainAttributes(role), ...attributes };
  };
}

function plainAttributes(role: Role): Attributes {
  const from = fallbackOf(role);
  return { ...(from && plainAttributes(from)), ...plainOf(role) };
}

/** Returns the look of a role on its ground: its own background wins, and its colour if it has one. */
function mix(looks: Looks, role: Role, style: Style): Look {
  const page = looks('page');
  const ground = style.ground && style.ground !== 'page' ? { ...page, ...looks(style.ground) } : page;
  const piece = role === style.ground || role === 'page' ? {} : looks(role);
  const colours = piece.bg ? { fg: piece.fg, bg: piece.bg } : { fg: piece.fg ?? ground.fg, bg: ground.bg };
  const inverse = Boolean(piece.inverse) !== Boolean(ground.inverse);
  return {
    // Swapped colours would turn every coloured piece into a patch: an inverted ground keeps its own.
    ...(ground.inverse ? { fg: ground.fg, bg: ground.bg } : colours),
    bold: Boolean(piece.bold || ground.bold || style.strong),
    dim: Boolean(piece.dim && !ground.inverse),
    italic: Boolean(piece.italic || style.emphasis),
    underline: Boolean(piece.underline || ground.underline || style.underline),
    inverse,
  };
}

function codesOf(look: Look, style: Style, depth: ColourDepth, dark: boolean): string {
  const codes = [
    look.bold && '1',
    look.dim && '2',
    look.italic && '3',
    look.underline && '4',
    look.inverse && '7',
    style.struck && '9',
    look.fg && colourCode(look.fg, 3, depth, dark),
    look.bg && colourCode(look.bg, 4, depth, dark),
  ].filter(Boolean);
  return codes.length > 0 ? `\x1b[${codes.join(';')}m` : '';
}

/** Returns the parameters that set a colour in front (3) or behind (4). */
function colourCode(colour: Colour, place: 3 | 4, depth: ColourDepth, dark: boolean): string {
  if (depth === 'true') return `${place}8;2;${channels(colour).join(';')}`;
  if (depth === 256) return `${place}8;5;${nearestOf256(colour)}`;
  const number = nearestOf16(colour, dark) ?? 0;
  return String(number < 8 ? place * 10 + number : place * 10 + 52 + number);
}
