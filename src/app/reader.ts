import { say, type Safe } from '../text/index.ts';
import type { ArticleId, Reading, Source, SourceId } from '../news/index.ts';
import { LibraryProblem, type Library } from '../library/index.ts';
import type { Desk } from '../desk/index.ts';
import type { Home } from './home.ts';
import type { Settings } from './settings.ts';
import { openProgram, type Program } from './program.ts';
import type { Store } from './store.ts';
import { takeScreen } from './terminal/screen.ts';
import { Folders } from './folders.ts';
import { followedNews } from './connector.ts';
import { letGo } from './letting-go.ts';

/** What the reader is opened on. */
export interface Opened {
  readonly home: Home;
  readonly settings: Reading<Settings>;
  readonly library: Library;
  /** Opens the desk when it is first needed. */
  readonly desk: () => Promise<Desk>;
  /** The guide, which is the help of the reader. In no list. */
  readonly guide: Source;
  /** The sources whose articles are listed. */
  readonly scope: readonly SourceId[];
  /** Those of them that are folders: to be taken in once the first frame stands, and watched. */
  readonly folders: readonly Source[];
  /** The article to open first, or null for the list. */
  readonly open: ArticleId | null;
  /** What was wrong with the paths that were named. */
  readonly problems: readonly { readonly where: Safe; readonly detail: Safe }[];
}

/** Milliseconds after the start at which the library is copied, when the last copy is older than a day. */
const backupAfter = 4000;

async function backUp(library: Library, store: Store): Promise<void> {
  try {
    await library.backUp(Date.now());
  } catch (error) {
    if (!(error instanceof LibraryProblem)) throw error;
    store.send({ type: 'told', words: error.problem.detail });
  }
}

const welcome = say`These articles come with the reader. A adds an address or a folder of your own, F1 is a tour, ? lists the keys.`;

/** Runs the reader until it is left, and returns the exit code. The library and the desk, if it was opened, stay open for the caller to close. */
export async function runReader(opened: Opened): Promise<number> {
  // What is typed from now on is kept for the first frame, and not echoed meanwhile.
  process.stdin.setRawMode(true);
  const folders = new Folders(opened);
  await folders.firstArticles();
  const program = openProgram(opened, folders);
  const { store } = program;
  const backup = setTimeout(() => void backUp(opened.library, store), backupAfter);
  const unwatch = opened.library.watch(program.libraryChanged);
  const keepAll = letGo(opened.library, opened.settings.value.keepTexts, Date.now);
  try {
    const screen = takeScreen(program, opened.settings.value.mouse);
    // What follows is not on the first frame, and would hold up what draws the next.
    await screen.ready;
    if (!screen.isOver) goOn(opened, program, folders);
    return await screen.left;
  } finally {
    clearTimeout(backup);
    keepAll();
    unwatch();
    folders.stop();
    program.close();
  }
}

/** Begins what goes on beside reading, and says what there is to say at the start. */
function goOn(opened: Opened, { store, refreshDue, resume, isFirstTime }: Program, folders: Folders): void {
  resume();
  folders.start((message) => store.send(message));
  if (opened.settings.value.refresh === 'auto') refreshDue();
  const news = followedNews(opened.library.followedStories());
  if (news) store.send({ type: 'told', words: news });
  if (isFirstTime) store.send({ type: 'told', words: welcome });
  if (opened.open) store.send({ type: 'articleWanted', article: opened.open });
  for (const problem of opened.problems.slice(0, 1))
    store.send({ type: 'told', words: say`${problem.where}: ${problem.detail}` });
}
