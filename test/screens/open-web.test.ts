import { test } from 'vitest';
import { say } from '../../src/text/index.ts';
import { signsFor } from '../../src/kit/index.ts';
import { golden } from '../rig/golden.ts';
import { sourceNamed, webStage, type WebStage } from './open-web.ts';

const sizes = [
  { columns: 50, rows: 15 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const offline = say`harbour.example could not be looked for: this machine seems to be offline. Try again once it is connected.`;

/** Opens the excerpt and chooses its link to a page that is not here. */
const atLink = (reader: WebStage) => reader.press('enter', 'tab');

const states: readonly (readonly [string, (reader: WebStage) => unknown])[] = [
  ['sources', (reader) => reader.press('g', 'S', 'G')],
  [
    'sources in ascii',
    (reader) => {
      reader.store.change((root) => ({ ...root, signs: signsFor({ LANG: 'C' }) }));
      reader.press('g', 'S', 'G');
    },
  ],
  ['sources failing', (reader) => reader.press('g', 'S')],
  [
    'source asked to wait',
    (reader) => {
      const { id } = sourceNamed(reader.library, 'Port Gazette');
      const why = say`gazette.example asks to be left alone for 5 minutes.`;
      reader.library.noteHealth({ ...reader.library.health().find(({ source }) => source === id)!, why });
      reader.press('g', 'S', 'G');
    },
  ],
  ['source paused', (reader) => reader.press('g', 'S', 'G', 'P')],
  ['source removed', (reader) => reader.press('g', 'S', 'D')],
  ['source renamed', (reader) => reader.press('g', 'S', 'e')],
  ['source list', (reader) => reader.press('g', 'S', 'j', 'j', 'j', 'enter')],
  ['problems of the network', (reader) => reader.press('g', 'p')],
  ['adding', (reader) => reader.press('A').type('gazette.example')],
  ['finding', (reader) => reader.press('A').type('other.example').press('enter').waits(300)],
  [
    'feeds offered',
    async (reader) => {
      reader.press('A').type('other.example').press('enter');
      await reader.answers({
        type: 'offers',
        name: say`Other Paper`,
        feeds: [
          { address: say`https://other.example/news.xml`, name: say`News` },
          { address: say`https://other.example/sport.xml`, name: say`Sport` },
        ],
      });
    },
  ],
  ['excerpt', (reader) => reader.press('enter')],
  ['peek at a page not here', (reader) => atLink(reader).press('p')],
  ['page being fetched', (reader) => atLink(reader).press('enter').waits(300)],
  [
    'page failed',
    async (reader) => {
      atLink(reader).press('enter');
      await reader.answers({ type: 'failed', why: offline, wall: false });
    },
  ],
  [
    'page opened',
    async (reader) => {
      atLink(reader).press('enter');
      await reader.answers(reader.files({}));
    },
  ],
  [
    'refreshing',
    async (reader) => {
      reader.press('R');
      await reader.advances({ asked: 40, done: 12, added: 31 });
    },
  ],
  [
    'refreshed',
    async (reader) => {
      reader.press('R');
      await reader.answers({
        value: { asked: 40, done: 40, added: 31, changed: 2, unchanged: 90, failed: 3 },
        problems: [],
      });
    },
  ],
];

for (const size of sizes)
  test.each(states)(`%s at ${size.columns}x${size.rows}`, async (name, go) => {
    const reader = webStage(size);
    try {
      await go(reader);
      golden(
        new URL(`drawings/${name.replaceAll(' ', '-')}-${size.columns}x${size.rows}.txt`, import.meta.url),
        reader.drawing(),
      );
    } finally {
      reader.close();
    }
  });
