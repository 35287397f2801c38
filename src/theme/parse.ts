import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import { fallbackOf, isRole, plainOf, roles, type Attributes, type Role } from './roles.ts';

/** A colour as `#rrggbb`. */
export type Colour = `#${string}`;

/** How a role looks: colours, and attributes for every depth. */
export interface Look extends Attributes {
  readonly fg?: Colour;
  readonly bg?: Colour;
}

/** Every role's look for one kind of background. */
export type Side = Readonly<Record<Role, Look>>;

/** A named set of looks. With two sides the terminal's background chooses; a single side is forced. */
export interface Theme {
  readonly name: Safe;
  readonly about: Safe;
  /** Whether it paints its own page, or leaves the terminal's background where it is of the same kind. */
  readonly fills: boolean;
  readonly dark: Side | null;
  readonly light: Side | null;
}

/** How a role is written in a theme file: colours by their names in the palette. */
export interface WrittenLook extends Attributes {
  readonly fg?: string;
  readonly bg?: string;
}

/** A theme as its JSON file says it. */
export interface ThemeFile {
  readonly name: string;
  readonly about: string;
  readonly fills?: boolean;
  readonly palette?: Readonly<Record<string, string>>;
  readonly dark?: { readonly [role in Role]?: WrittenLook };
  readonly light?: { readonly [role in Role]?: WrittenLook };
}

/** A theme and what was wrong with its file: a `Reading<Theme>` of the news room, which this room cannot see. */
export interface ThemeReading {
  readonly value: Theme;
  readonly problems: readonly ThemeProblem[];
}

export interface ThemeProblem {
  readonly kind: 'theme';
  readonly where: Safe;
  readonly detail: Safe;
}

/** Problems told of one file; more would only repeat themselves. */
const mostProblems = 20;

/** Returns the theme that the JSON text describes, whole whatever is wrong with it; `where` names the file in problems. */
export function parseTheme(json: string, where: Safe): ThemeReading {
  const problems: ThemeProblem[] = [];
  const tell = (detail: Safe): void => {
    if (problems.length < mostProblems) problems.push({ kind: 'theme', where, detail });
  };
  const file = objectIn(json, tell);
  const palette = paletteIn(file.palette, tell);
  const dark = file.dark === undefined ? null : sideIn(file.dark, 'dark', palette, tell);
  const light = file.light === undefined ? null : sideIn(file.light, 'light', palette, tell);
  if (!dark && !light) tell(say`It has neither a "dark" nor a "light" side, so it has no colours.`);
  const value = {
    name: wordsIn(file.name, say`It should have a name.`, tell) ?? say`unnamed`,
    about: wordsIn(file.about, say`It should say in words what it is like, as "about".`, tell) ?? say``,
    fills: file.fills === true,
    dark: dark ?? (light ? null : plainTheme.dark),
    light: light ?? (dark ? null : plainTheme.light),
  };
  return { value, problems };
}

type Tell = (detail: Safe) => void;
type Keyed = Readonly<Record<string, unknown>>;

function objectIn(json: string, tell: Tell): Keyed {
  try {
    const value: unknown = JSON.parse(json);
    if (isKeyed(value)) return value;
    tell(say`A theme is a JSON object with a name, a palette and the sides "dark" and "light".`);
  } catch (error) {
    tell(say`This is not JSON: ${shown(error instanceof Error ? error.message : String(error))}.`);
  }
  return {};
}

function wordsIn(value: unknown, wanted: Safe, tell: Tell): Safe | null {
  if (typeof value === 'string' && value.trim()) return shown(value);
  tell(wanted);
  return null;
}

function paletteIn(value: unknown, tell: Tell): ReadonlyMap<string, Colour> {
  const palette = new Map<string, Colour>();
  for (const [name, colour] of Object.entries(isKeyed(value) ? value : {})) {
    if (isColour(colour)) palette.set(name, colour);
    else
      tell(
        say`The palette's "${shown(name)}" should be a colour such as #ffcc00, not ${shown(JSON.stringify(colour))}.`,
      );
  }
  return palette;
}

function sideIn(value: unknown, side: 'dark' | 'light', palette: ReadonlyMap<string, Colour>, tell: Tell): Side {
  const looks = new Map<Role, Look>();
  if (!isKeyed(value)) tell(say`The side "${cleanLine(side)}" should be an object of roles.`);
  for (const [name, written] of Object.entries(isKeyed(value) ? value : {})) {
    const role = isRole(name) ? name : null;
    if (!role) tell(say`There is no role called "${shown(name)}".`);
    else if (isKeyed(written)) looks.set(role, lookIn(written, role, palette, tell));
    else tell(say`The role "${cleanLine(role)}" should be an object such as {"fg": "red", "bold": true}.`);
  }
  return sideOf(looks);
}

function lookIn(written: Keyed, role: Role, palette: ReadonlyMap<string, Colour>, tell: Tell): Look {
  const look: Record<string, boolean | Colour> = {};
  for (const [key, value] of Object.entries(written)) {
    if (key === 'fg' || key === 'bg') {
      const colour = typeof value === 'string' ? palette.get(value) : undefined;
      if (colour) look[key] = colour;
      else
        tell(
          say`The role "${cleanLine(role)}" asks for a colour that the palette has not: ${shown(JSON.stringify(value))}.`,
        );
    } else if (/^(bold|dim|italic|underline|inverse)$/.test(key) && typeof value === 'boolean') {
      look[key] = value;
    } else {
      tell(say`The role "${cleanLine(role)}" cannot have "${shown(key)}": ${shown(JSON.stringify(value))}.`);
    }
  }
  return look;
}

/** Returns every role's look: as written, else by the chain of fallbacks. */
function sideOf(written: ReadonlyMap<Role, Look>): Side {
  const looks = new Map(written);
  const lookOf = (role: Role): Look => {
    let look = looks.get(role);
    if (!look) {
      const from = fallbackOf(role);
      look = from ? { ...lookOf(from), ...plainOf(role) } : plainOf(role);
      looks.set(role, look);
    }
    return look;
  };
  return Object.fromEntries(roles.map((role) => [role, lookOf(role)])) as Side;
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isColour(value: unknown): value is Colour {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

function shown(text: string): Safe {
  return slice(cleanLine(text), 0, 60);
}

const plainSide = sideOf(new Map());

/** No colour at all: what a program shows that finds no theme. */
export const plainTheme: Theme = {
  name: say`plain`,
  about: say`No colour at all.`,
  fills: false,
  dark: plainSide,
  light: plainSide,
};
