import { openDesk } from '../../src/desk/index.ts';
import { openLibrary } from '../../src/library/index.ts';

/** A program that connects all articles of a library that wait. To be killed while it does. */
const [home = ''] = process.argv.slice(2);
const { library } = openLibrary(home, Date.now());
const desk = openDesk(library, () => Date.now());
process.stdout.write('.');
await desk.connect(new AbortController().signal);
await desk.close();
library.close();
