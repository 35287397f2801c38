import { test } from 'vitest';
import { golden } from '../rig/golden.ts';
import { townNews } from './connected.ts';
import { stage, type Stage } from './stage.ts';

const sizes = [
  { columns: 50, rows: 15 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const open = (size?: (typeof sizes)[number]) => stage(size, () => ({}), townNews);

/** Opens the bridge's article and waits until it is known what stands around it. */
const atBridge = (reader: Stage) => reader.press('enter').waits(20);

const states: readonly (readonly [string, (reader: Stage) => unknown])[] = [
  ['stories in the headlines', (reader) => reader],
  ['headlines by story', (reader) => reader.press('c')],
  ['article with what stands around', async (reader) => (await atBridge(reader)).press('G')],
  ['background offered', async (reader) => (await atBridge(reader)).press('g', 'b')],
  ['story', (reader) => reader.press('g', 's')],
  ['story alone', (reader) => reader.press('j', 'j', 'g', 's')],
  ['map', (reader) => reader.press('enter', 'g', 'm')],
  ['changes', (reader) => reader.press('enter', 'g', 'c')],
];

for (const size of sizes)
  test.each(states)(`%s at ${size.columns}x${size.rows}`, async (name, go) => {
    const reader = open(size);
    try {
      await go(reader);
      const file = `drawings/${name.replaceAll(' ', '-')}-${size.columns}x${size.rows}.txt`;
      golden(new URL(file, import.meta.url), reader.drawing());
    } finally {
      reader.close();
    }
  });
