// A program to be tortured: does one kind of deed over and over in the library of a folder, and acknowledges each on a line once it is
// done. What it acknowledges must still be there, whatever becomes of it.
import { writeSync } from 'node:fs';
import { changeSetting } from '../../app/index.ts';
import { openLibrary, type Library } from '../../library/index.ts';
import type { ArticleId } from '../../news/index.ts';
import { cleanLine, say } from '../../text/index.ts';
import { bulk } from './bulk.ts';
import { entryCalled } from './shelf.ts';

const [folder = '', kind = '', name = '', times = '0'] = process.argv.slice(2);
/** Does the deed for the so-manieth time. Its name tells what was changed. */
type Deed = (library: Library, called: string, number: number) => Promise<void> | void;

const deeds: Readonly<Record<string, Deed>> = {
  mark: (library, called, number) =>
    void library.mark([called as ArticleId], { read: 'read', bookmarked: true }, number),
  bulk(library, called, number) {
    const ids = Array.from({ length: bulk }, (_, index) => `${called}-${index}` as ArticleId);
    library.mark(ids, { bookmarked: true }, number);
  },
  file(library, called, number) {
    const source = library.keepSource({
      kind: 'feed',
      name: say`Feed`,
      location: cleanLine(`https://${name}.example/`),
      kept: true,
    });
    const entries = Array.from({ length: bulk }, (_, index) => entryCalled(`${called}-${index}`));
    library.file(source.id, entries, number);
  },
  keep: (library, called) =>
    void library.keepSource({
      kind: 'feed',
      name: cleanLine(called),
      location: cleanLine(`https://${called}.example/`),
      kept: true,
    }),
  note: (library, called, number) => library.saveSession(called, { number }),
  pack: (library) => void library.repair(() => undefined),
  copy: (library, _, number) => library.backUp(Date.now() + number * 48 * 60 * 60 * 1000),
  async set(_library, _called, number) {
    const problem = await changeSetting(folder, 'keepTexts', number + 1);
    if (problem) throw new Error(problem.detail);
  },
};

writeSync(1, 'begun\n');
/** Opening brings an older library up to date: that is what is interrupted then. */
const { library, problems } = openLibrary(folder, Date.now());
for (const { detail } of problems) writeSync(2, `${detail}\n`);
writeSync(1, 'open\n');
/** Who does none only opens the library. */
const deed = deeds[kind];
const planned = deed ? Number(times) : 0;
for (let number = 0; number < planned; number += 1) {
  const called = `${name}-${number}`;
  await deed!(library, called, number);
  writeSync(1, `${called}\n`);
}
library.close();
