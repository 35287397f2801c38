import { openDesk } from '../../src/desk/index.ts';
import { openLibrary } from '../../src/library/index.ts';
import { openWeb } from '../../src/web/index.ts';

/** A program that asks all feeds of a library for news, and says after each how far it is. To be killed while it does. */
const [home = ''] = process.argv.slice(2);
const { library } = openLibrary(home, Date.now());
const web = openWeb({ userAgent: 'Reader/1', now: () => Date.now() });
const desk = openDesk(library, () => Date.now(), { web: async () => web });
const progress = () => void process.stdout.write('.');
await desk.refresh(library.sources(), true, progress, new AbortController().signal);
await desk.close();
library.close();
