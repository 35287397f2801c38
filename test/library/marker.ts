// A second program: marks articles one after the other, and prints the number of each once that is acknowledged.
import { openLibrary } from '../../src/library/index.ts';
import type { ArticleId } from '../../src/news/index.ts';

const [folder = '', name = '', times = '0'] = process.argv.slice(2);
const { library } = openLibrary(folder, 0);
process.stdout.write('open\n');
for (let number = 0; number < Number(times); number += 1) {
  library.mark([`${name}-${number}` as ArticleId], { bookmarked: true }, number);
  library.notePlace('shared' as ArticleId, { block: number, offset: 0 }, 0.1, number);
  // Straight to the pipe: what is printed was acknowledged before the program can be killed.
  process.stdout.write(`${number}\n`);
}
library.close();
