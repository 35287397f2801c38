import { paintFor, type ColourDepth, type Paint, type Theme } from '../theme/index.ts';

/** Which theme is drawn, how deep, and on what background. */
export interface Look {
  readonly themes: readonly Theme[];
  readonly depth: ColourDepth;
  readonly isDark: boolean;
}

let last: { readonly key: string; readonly themes: Look['themes']; readonly paint: Paint } | null = null;

/**
 * Returns the paint of a theme by its name; `auto` is the theme for the terminal's own background. Kept for the next frame,
 * since a theme is worked out once.
 */
export function paintOf(name: string, look: Look): Paint {
  const key = `${name} ${look.depth} ${look.isDark}`;
  if (last?.key === key && last.themes === look.themes) return last.paint;
  const wanted = name === 'auto' ? (look.isDark ? 'dark' : 'light') : name;
  const theme = look.themes.find((theme) => theme.name === wanted) ?? look.themes[0];
  if (!theme) throw new Error('No theme was given to draw with.');
  const paint = paintFor(theme, look.depth, look.isDark);
  last = { key, themes: look.themes, paint };
  return paint;
}
