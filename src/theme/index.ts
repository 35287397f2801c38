// Lives here: roles, themes, and the SGR bytes of a role at each colour depth.
// Does not live here: reading theme files (catalog), or deciding where a role is used (kit and screens).
// Nothing is told by colour alone: every role also has attributes that stand in where there is no colour.
export { roles, type Attributes, type Role } from './roles.ts';
export {
  parseTheme,
  plainTheme,
  type Colour,
  type Look,
  type Side,
  type Theme,
  type ThemeFile,
  type ThemeProblem,
  type ThemeReading,
} from './parse.ts';
export { close, paintFor, type ColourDepth, type Paint, type Style } from './paint.ts';
export { depthOf, isDark } from './terminal.ts';
export { contrast } from './contrast.ts';
