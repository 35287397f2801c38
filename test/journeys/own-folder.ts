import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { journey } from '../rig/journey.ts';
import type { Home } from '../rig/home.ts';

const dunes = '---\ntitle: The dunes move again\ndate: 2026-11-20\n---\n\nSee [[The old map]].\n\nAlso see: [[tide]]\n';

export default journey(
  'read a folder of one’s own, while it changes',
  {
    setUp: (home: Home) => {
      home.write('notes/dunes.md', dunes);
      home.write('notes/.obsidian/app.json', '{}');
    },
    args: (home: Home) => [join(home.folder, 'notes')],
  },
  async (reader) => {
    await reader
      .sees('The dunes move again', '1/1')
      .press('enter')
      .sees(/The old map\s\?/, /tide\s\?/);
    // What is written meanwhile appears by itself, and a link that led nowhere finds its article.
    await reader.looks(
      (_, home) => void home.write('notes/Tide.md', '---\naliases: [The old map]\n---\n\n# High tide\n\nText.\n'),
    );
    await reader
      .sees(/High tide\s●/, /The old map\s●/)
      .press('tab', 'enter')
      .sees('High tide', 'Text.');
    await reader.press('q').sees('1/2').press('s').sees('★');
    // A file that moves keeps its mark; one that goes takes its article away.
    await reader.looks((_, home) => {
      home.write('notes/deep/dunes.md', dunes);
      rmSync(join(home.folder, 'notes/dunes.md'));
    });
    await reader.press('3').sees('1/1', '★').press('1').sees('1/2');
    await reader.looks((_, home) => rmSync(join(home.folder, 'notes/Tide.md'))).sees('1/1');
  },
);
