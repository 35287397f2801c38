import { expect, test } from 'vitest';
import { cleanLine } from '../../src/text/index.ts';
import { envelope, print, printable } from '../../src/cli/print.ts';
import { piped, screen } from './call.ts';
import type { Terminal } from '../../src/cli/verb.ts';

const hostile = 'a\u001b]52;c;UFdO\u0007b\u009b6nc\u001b[2Jd\u0000e\rf\u007f';

test('only styles pass to a terminal, and nothing to a pipe', () => {
  expect(printable(`\u001b[1m${hostile}\u001b[22m`, true)).toBe('\u001b[1ma]52;c;UFdOb6nc[2Jdef\u001b[22m');
  expect(printable(`\u001b[1m${hostile}\u001b[22m`, false)).toBe('[1ma]52;c;UFdOb6nc[2Jdef[22m');
});

test('JSON keeps every character, and prints none that steers', () => {
  const text = envelope(true, hostile + '\u202e\u2028\ufeff', [], false);
  expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\u2028\ufeff]/);
  expect(JSON.parse(text)).toEqual({ ok: true, data: hostile + '\u202e\u2028\ufeff', problems: [] });
});

async function printed(json: boolean, terminal: Terminal) {
  let out = '';
  let err = '';
  const outcome = {
    data: [1],
    problems: [{ kind: 'date' as const, where: cleanLine('a.md'), detail: cleanLine('No date.') }],
    remarks: [cleanLine('Remark.')],
    text: (width: number | null, paint: (style: 'strong', text: string) => string) => [
      `${width} ${paint('strong', 'bold')}`,
    ],
  };
  await print(outcome, json, terminal, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { out, err };
}

test.each([
  { name: 'a pipe', json: false, terminal: piped, out: 'null bold\n', err: 'Remark.\na.md: No date.\n' },
  {
    name: 'a terminal',
    json: false,
    terminal: screen,
    out: '80 \u001b[1mbold\u001b[22m\n',
    err: 'Remark.\na.md: No date.\n',
  },
  {
    name: 'a terminal without colour',
    json: false,
    terminal: { ...screen, colours: 'none' as const },
    out: '80 bold\n',
    err: 'Remark.\na.md: No date.\n',
  },
  {
    name: 'JSON in a pipe',
    json: true,
    terminal: piped,
    out: '{"ok":true,"data":[1],"problems":[{"kind":"date","where":"a.md","detail":"No date."}]}\n',
    err: '',
  },
])('$name', async ({ json, terminal, out, err }) => {
  expect(await printed(json, terminal)).toEqual({ out, err });
});
