import { describe, expect, test } from 'vitest';
import { depthOf, isDark, type ColourDepth } from '../../src/theme/index.ts';

describe('how many colours a terminal shows', () => {
  test.each<[string, ColourDepth]>([
    ['TERM=xterm-256color', 256],
    ['TERM=xterm-256color COLORTERM=truecolor', 'true'],
    ['TERM=screen-256color COLORTERM=24bit', 'true'],
    ['TERM=tmux-256color', 256],
    ['TERM=xterm-direct', 'true'],
    ['TERM=xterm-kitty', 'true'],
    ['TERM=alacritty', 'true'],
    ['TERM=foot', 'true'],
    ['TERM=xterm-256color TERM_PROGRAM=iTerm.app', 'true'],
    ['TERM=xterm-256color TERM_PROGRAM=Apple_Terminal', 256],
    ['TERM=xterm', 16],
    ['TERM=linux', 16],
    ['TERM=linux COLORTERM=', 16],
    ['TERM=dumb', 'none'],
    ['TERM=dumb COLORTERM=truecolor', 'none'],
    ['TERM=dumb CI=true', 'none'],
    ['TERM=vt100', 'none'],
    ['CI=true', 16],
    ['WT_SESSION=1', 'true'],
    ['', 'none'],
    ['NO_COLOR=1 TERM=xterm-256color', 'none'],
    ['NO_COLOR= TERM=xterm-256color', 256],
    ['NO_COLOR=1 FORCE_COLOR=3 TERM=xterm', 'none'],
    ['FORCE_COLOR=0 TERM=xterm-256color', 'none'],
    ['FORCE_COLOR=false TERM=xterm-256color', 'none'],
    ['FORCE_COLOR= TERM=dumb', 16],
    ['FORCE_COLOR=1 TERM=dumb', 16],
    ['FORCE_COLOR=2', 256],
    ['FORCE_COLOR=3', 'true'],
    ['FORCE_COLOR=lots TERM=xterm', 16],
  ])('%s → %s', (env, depth) => {
    const pairs = env.split(' ').map((pair): [string, string] => [pair.split('=')[0]!, pair.split('=')[1] ?? '']);
    expect(depthOf(Object.fromEntries(env ? pairs : []))).toBe(depth);
  });
});

describe('whether a background is dark', () => {
  test.each<[string | null, boolean | null]>([
    ['rgb:0000/0000/0000', true],
    ['\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\', true],
    ['\x1b]11;rgb:fdfd/f6f6/e3e3\x07', false],
    ['rgb:ff/ff/ff', false],
    ['rgb:f/f/f', false],
    ['rgba:0000/2b2b/3636/ffff', true],
    ['15;0', true],
    ['0;15', false],
    ['15;default;0', true],
    ['7;8', true],
    ['0;7', false],
    ['12;default', null],
    ['0', null],
    ['nonsense', null],
    ['', null],
    [null, null],
  ])('%j → %s', (said, dark) => {
    expect(isDark(said)).toBe(dark);
  });
});
