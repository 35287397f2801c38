import { luminance } from './contrast.ts';
import type { ColourDepth } from './paint.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals that show every colour but may not say so in COLORTERM, by their TERM or TERM_PROGRAM. */
const trueByName = /-direct$|kitty|alacritty|ghostty|wezterm|contour|^foot|^iterm|^vscode$|^rio$/i;
const dark = /^([0-6]|8)$/;
const light = /^(7|9|1[0-5])$/;

/**
 * Returns how many colours the terminal shows, by the environment alone.
 * NO_COLOR (no-color.org) is obeyed before all; then FORCE_COLOR (0 to 3, as Node reads it), COLORTERM and TERM.
 */
export function depthOf(env: Environment): ColourDepth {
  if (env.NO_COLOR) return 'none';
  return forced(env.FORCE_COLOR) ?? byName(env);
}

/**
 * Returns whether a background is dark, from a terminal's answer to OSC 11 (`rgb:1e1e/1e1e/2e2e`, with or without the
 * sequence around it) or from the variable COLORFGBG (`15;0`); null when it does not tell.
 */
export function isDark(said: string | null | undefined): boolean | null {
  if (!said) return null;
  const reply = /rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(said);
  if (reply) {
    const [red, green, blue] = reply.slice(1).map(channel);
    // Half-way in contrast: such a grey stands equally far from black and from white.
    return luminance(`#${red}${green}${blue}`) < 0.179;
  }
  const background = said.split(';').at(-1)?.trim() ?? '';
  if (!said.includes(';')) return null;
  return dark.test(background) ? true : light.test(background) ? false : null;
}

function forced(value: string | undefined): ColourDepth | null {
  if (value === undefined) return null;
  if (value === '' || value === '1' || value === 'true') return 16;
  if (value === '2') return 256;
  if (value === '3') return 'true';
  return value === '0' || value === 'false' ? 'none' : null;
}

function byName(env: Environment): ColourDepth {
  const term = env.TERM ?? '';
  if (term === 'dumb' || /^vt\d/.test(term)) return 'none';
  if (/^(truecolor|24bit)$/i.test(env.COLORTERM ?? '')) return 'true';
  if (trueByName.test(term) || trueByName.test(env.TERM_PROGRAM ?? '') || env.WT_SESSION) return 'true';
  if (/256/.test(term) || env.TERM_PROGRAM === 'Apple_Terminal') return 256;
  return term || env.COLORTERM || env.CI ? 16 : 'none';
}

/** Returns a channel of one to four hexadecimal digits, scaled to two. */
function channel(digits: string): string {
  const share = Number.parseInt(digits, 16) / (16 ** digits.length - 1);
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');
}
