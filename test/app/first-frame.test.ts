import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { readThemes } from '../../src/catalog/index.ts';
import { parseTheme } from '../../src/theme/index.ts';
import { firstFrame } from '../../src/app/drawn.ts';
import { frameOf } from '../../src/app/frame.ts';
import type { Look } from '../../src/app/paint.ts';
import { KeyStream } from '../../src/app/terminal/keyStream.ts';
import { mount } from '../../src/app/terminal/mount.tsx';
import { ScreenWriter } from '../../src/app/terminal/writer.ts';
import { Screen, type Cell } from '../rig/screen.ts';
import { stage } from '../screens/stage.ts';

const shipped = readThemes(join(import.meta.dirname, '../../content/themes')).value;
const themes = shipped.map(({ text, where }) => parseTheme(text, where).value);

/** A terminal in memory, and the one way to it. */
class Paper extends EventEmitter {
  readonly columns: number;
  readonly rows: number;
  readonly #screen: Screen;
  bytes = '';

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#screen = new Screen(columns, rows, () => undefined);
  }

  write(bytes: string, done?: () => void): boolean {
    this.bytes += bytes;
    // As a terminal driver does, so that a line end is one.
    this.#screen.write(new TextEncoder().encode(bytes.replace(/\r?\n/g, '\r\n')), () => done?.());
    return true;
  }

  async cells(): Promise<Cell[][]> {
    while (this.#screen.drawing) await setImmediate();
    return this.#screen.cells();
  }

  get writer(): ScreenWriter {
    return new ScreenWriter(this as unknown as NodeJS.WriteStream, () => undefined);
  }
}

function keys(): KeyStream {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined, ref() {}, unref() {} });
  const nothing = () => undefined;
  return new KeyStream(input as unknown as NodeJS.ReadStream, {
    mouse: nothing,
    pasted: nothing,
    background: nothing,
    gone: nothing,
  });
}

/** Draws the first frame without Ink, has Ink take the same screen over, and returns the cells before and after. */
async function bothStages(columns: number, rows: number, look: Look, theme: string, ...pressed: string[]) {
  const reader = stage({ columns, rows });
  reader.press(...pressed);
  reader.store.change((root) => ({ ...root, theme }));
  const paper = new Paper(columns, rows);
  const { writer } = paper;
  const root = reader.store.state();
  writer.draw(firstFrame(frameOf(root), root, look)!);
  const before = await paper.cells();
  paper.bytes = '';
  const ink = mount({
    store: reader.store,
    look: () => look,
    keys: keys(),
    writer,
    isSpoken: false,
    onSuspend: () => undefined,
  });
  await ink.waitUntilRenderFlush();
  const after = await paper.cells();
  const bytes = paper.bytes;
  ink.unmount();
  reader.close();
  return { before, after, bytes };
}

const sizes: readonly (readonly [columns: number, rows: number])[] = [
  [20, 5],
  [33, 9],
  [40, 12],
  [60, 16],
  [61, 17],
  [80, 24],
  [100, 30],
  [110, 34],
  [132, 43],
  [200, 60],
];

describe('Ink takes the first frame over without changing a cell', () => {
  test.each(sizes)('at %i columns and %i rows', async (columns, rows) => {
    for (const pressed of [[], ['j'], ['enter'], ['enter', 'tab']]) {
      const { before, after } = await bothStages(
        columns,
        rows,
        { themes, depth: 'true', isDark: true },
        'dark',
        ...pressed,
      );
      expect(after).toEqual(before);
    }
  });

  test.each(themes.map(({ name }) => name))('in the theme %s', async (name) => {
    for (const depth of ['true', 256, 16, 'none'] as const) {
      for (const isDark of [true, false]) {
        const { before, after } = await bothStages(80, 24, { themes, depth, isDark }, name);
        expect(after).toEqual(before);
      }
    }
  });

  test('and without entering or clearing the screen that is there', async () => {
    const { bytes } = await bothStages(80, 24, { themes, depth: 'true', isDark: true }, 'dark');
    expect(bytes).toContain('Also See');
    expect(bytes).not.toContain('\x1b[?1049h');
    expect(bytes).not.toMatch(/\x1b\[[0-3]?[JK]/);
  });
});
