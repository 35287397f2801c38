import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/workshop/house.ts';
import { breachesOf } from '../../src/workshop/laws/all.ts';
import { medians } from '../../src/workshop/laws/sizes.ts';
import { readSource } from '../../src/workshop/source.ts';

const rooms = readTable(`
| room | may import | may touch |
|---|---|---|
| text | – | nothing |
| news | text | nothing |
| library | text, news | disk, SQLite |
| web | news | the network |
| desk | news | workers |
| kit | news, ink | nothing |
| app | news, library, kit, ink | terminal, browser, clock, settings |
| workshop | anything | anything |
`);
const door = '// One.\n// Two.\n// Three.\n';

/** Returns what is wrong with a house of one file. */
function wrong(path: string, text: string): string[] {
  return breachesOf({ rooms, sources: [readSource(path, text)] }).map(({ what }) => what);
}

describe('what is as it should be', () => {
  test.each([
    ['news/a.ts', `import { clean } from '../text/index.ts';`],
    ['news/a.ts', `import { b } from './b.ts';`],
    ['news/deep/a.ts', `import { b } from '../b.ts'; import type { Safe } from '../../text/index.ts';`],
    ['kit/Row.tsx', `import { Text } from 'ink'; import type { ReactNode } from 'react';`],
    [
      'library/open.ts',
      `import { DatabaseSync } from 'node:sqlite'; import { statSync } from 'node:fs'; const now = Date.now();`,
    ],
    ['web/get.ts', `import net from 'node:net'; await fetch('x');`],
    ['desk/desk.ts', `import { Worker } from 'node:worker_threads';`],
    ['app/run.ts', `import { spawn } from 'node:child_process'; console.log(process.env);`],
    [
      'workshop/map.ts',
      `import { render } from 'ink'; import { a } from '../news/a.ts'; import { b } from '../../test/b.ts';`,
    ],
    ['main.ts', `import { run } from './app/index.ts'; process.exitCode = 1;`],
    [
      'news/a.ts',
      `const date = new Date(0); export const metadata = date.getTime(); export interface Headline { item: string }`,
    ],
    ['news/index.ts', `${door}export { a, type B } from './a.ts';`],
    ['text/safe.ts', `export const clean = (text: string) => text as Safe;`],
  ])('%s: %s', (path, text) => {
    expect(wrong(path, text)).toEqual([]);
  });
});

describe('what is not', () => {
  test.each([
    ['news/a.ts', `import { openLibrary } from '../library/index.ts';`, 'news may not import library: see the table'],
    ['news/a.ts', `import type { Library } from '../library/index.ts';`, 'news may not import library'],
    ['news/a.ts', `type Library = import('../library/index.ts').Library;`, 'news may not import library'],
    ['news/a.ts', `const library = await import('../library/index.ts');`, 'news may not import library'],
    ['news/a.ts', `export { openLibrary } from '../library/index.ts';`, 'news may not import library'],
    ['news/a.ts', `import { clean } from '../text/safe.ts';`, 'text is entered by its index.ts, not by text/safe.ts'],
    ['news/a.ts', `import { clean } from './b';`, 'must end in .ts'],
    ['news/a.ts', `import { x } from '../../test/x.ts';`, 'may not import from outside of src'],
    ['news/a.ts', `import { x } from '../nowhere/index.ts';`, 'it is in no room'],
    ['main.ts', `import { run } from './app/run.ts';`, 'app is entered by its index.ts'],
    ['attic/a.ts', '', 'attic is not in the table of rooms'],
    ['kit/row.ts', `import { Text } from 'ink';`, 'Only .tsx files import ink'],
    ['news/Row.tsx', `import { useState } from 'react';`, 'news may not draw'],
    ['news/Row.tsx', `import SelectInput from 'ink-select-input';`, 'news may not draw'],
    ['app/run.ts', `import https from 'node:https';`, 'app may not touch the network'],
    ['app/run.ts', `await fetch('https://news.example');`, 'app may not touch the network: fetch()'],
    ['app/run.ts', `import { DatabaseSync } from 'node:sqlite';`, 'app may not touch SQLite'],
    ['library/a.ts', `import { spawn } from 'node:child_process';`, 'library may not touch child processes'],
    ['library/a.ts', `import { Worker } from 'node:worker_threads';`, 'library may not touch threads'],
    ['web/a.ts', `import { readFile } from 'node:fs/promises';`, 'web may not touch files'],
    ['library/a.ts', `console.log('filed');`, 'library may not touch the terminal'],
    ['library/a.ts', `process.stdout.write('filed');`, 'library may not touch the terminal'],
    ['news/a.ts', `const home = process.env['HOME'];`, 'news may not touch the process'],
    ['news/a.ts', `const at = Date.now();`, 'news may not touch the clock'],
    ['news/a.ts', `const at = new Date();`, 'news may not touch the clock'],
    ['kit/a.ts', `setTimeout(blink, 500);`, 'kit may not touch the clock'],
    ['news/a.ts', `const id = Math.random();`, 'news may not touch chance'],
    ['app/run.ts', `eval('1');`, 'app may not touch code made of text'],
    ['news/utils.ts', '', 'this one says nothing'],
    ['news/deep/helper.ts', '', 'this one says nothing'],
    ['news/a.ts', `export interface FeedItem {}`, 'FeedItem: "item" is not a word'],
    ['news/a.ts', `export const starred_count = 1;`, '"starred" is not a word'],
    ['news/a.ts', `const a: any = 1;`, 'any says nothing'],
    ['news/a.ts', `// @ts-expect-error\nconst a: number = '';`, 'A check is not switched off'],
    ['news/a.ts', `// oxlint-disable-next-line no-console\nconst a = 1;`, 'A check is not switched off'],
    ['news/a.ts', `const title = feed as Safe;`, 'Only text/ makes safe text'],
    ['news/a.ts', `const titles = feed as Safe[];`, 'Only text/ makes safe text'],
    ['news/index.ts', `export { a } from './a.ts';`, 'three lines of comment'],
    ['news/index.ts', `${door}export * from './a.ts';`, 'by name'],
    [
      'news/index.ts',
      `${door}export const ${'abcdefghijklm'
        .split('')
        .map((name) => `${name} = 1`)
        .join(', ')};`,
      'this one exports 13',
    ],
    ['news/a.ts', '\n'.repeat(300) + 'const a = 1;', 'The file has 301 lines'],
    ['news/a.ts', `function long() {${'\n'.repeat(60)}}`, 'long has 61 lines'],
    ['news/a.ts', `const long = () => {${'\n'.repeat(60)}};`, 'long has 61 lines'],
    ['news/a.ts', `class A { long() {${'\n'.repeat(60)}} }`, 'long has 61 lines'],
    ['news/a.ts', `const a = { long() {${'\n'.repeat(60)}} };`, 'long has 61 lines'],
    ['news/a.ts', `function a() {${'\n'.repeat(10)}}`, 'Half of all functions are longer than 11 lines'],
  ])('%s: %s', (path, text, expected) => {
    expect(wrong(path, text).join('\n')).toContain(expected);
  });
});

test('a breach is told with its line', () => {
  const source = readSource('news/a.ts', `\n\nimport { x } from '../library/index.ts';\n`);
  expect(breachesOf({ rooms, sources: [source] })[0]).toMatchObject({ path: 'news/a.ts', line: 3 });
});

test('the median is of functions with a body', () => {
  const source = readSource('a.ts', `const a = () => 1;\nconst b = () => 2;\nfunction c() {\n\n}`);
  expect(medians({ sources: [source] })).toEqual({ file: 5, func: 3 });
});
