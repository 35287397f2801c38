// Lives here: roles, themes, and the SGR bytes of a role at each colour depth.
// Does not live here: reading theme files (catalog), or deciding where a role is used (kit and screens).
// Nothing is told by colour alone: the plain theme has none.
export { roles, type Role } from './roles.ts';
export { parseTheme, type Theme, type ThemeFile } from './parse.ts';
export { paintFor, type ColourDepth, type Paint } from './paint.ts';
export { depthOf, isDark } from './terminal.ts';
export { contrast } from './contrast.ts';
