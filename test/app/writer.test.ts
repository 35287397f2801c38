import { expect, test } from 'vitest';
import { allowed } from '../../src/app/terminal/writer.ts';

const esc = '\x1b';

test.each([
  ['colours and attributes', `${esc}[1;38;2;10;20;30mbold${esc}[0m`],
  ['a palette colour whose number is five', `${esc}[38;5;5mtext${esc}[0m`],
  ['moving and erasing', `${esc}[3A${esc}[2K${esc}[1G`],
  ['its own screen, cursor and frame marks', `${esc}[?1049h${esc}[?25l${esc}[?2026h`],
  ['a link to a plain web address', `${esc}]8;;https://example.com/a${esc}\\label${esc}]8;;${esc}\\`],
  ['a window title', `${esc}]2;Also See\x07`],
  ['line ends', 'one\r\ntwo\n'],
])('what the program sends itself passes: %s', (_, bytes) => {
  expect(allowed(bytes)).toBe(bytes);
});

test.each([
  ['writes the clipboard', `${esc}]52;c;UFdORUQ=\x07`],
  ['asks for a report', `${esc}[6n`],
  ['asks for the device', `${esc}[c`],
  ['resets the terminal', `${esc}c`],
  ['changes the window', `${esc}[8;9;33t`],
  ['hides text', `${esc}[8m`],
  ['blinks', `${esc}[1;5m`],
  ['sends a device string', `${esc}P$q"p${esc}\\`],
  ['uses an eight-bit control', '\x9b6n'],
  ['links elsewhere', `${esc}]8;;file:///etc/passwd${esc}\\`],
  ['links to a nested sequence', `${esc}]8;;x ${esc}]52;c;UFdORUQ=\x07`],
  ['rings', '\x07'],
  ['reverses the writing', '\u202e'],
])('nothing that %s passes', (_, bytes) => {
  expect(allowed(`before${bytes}after`)).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/);
  expect(allowed(`before${bytes}after`)).toMatch(/^before.*after$/);
});
