import type { DatabaseSync } from 'node:sqlite';
import { article } from './article.ts';
import { backUp } from './backup.ts';
import { CardIndex } from './card-index.ts';
import { connectionsOf } from './connecting.ts';
import { corrections } from './corrections.ts';
import { examine } from './examine.ts';
import { file } from './filing.ts';
import { activity } from './activity.ts';
import { health, noteHealth } from './health.ts';
import { headlinesOf } from './headlines-by-key.ts';
import { suspect, type Home } from './home.ts';
import { letGo } from './letting-go.ts';
import { mark, markAll, redo, sweep, trimHistory, undo } from './journal.ts';
import { problems, setProblems } from './kept-problems.ts';
import type { Library } from './library.ts';
import { counts, headlines } from './lists.ts';
import { articleAt, articleTitled, articleWithAddress, idsStarting, tags } from './lookup.ts';
import { fileWhole } from './pages.ts';
import { asProblem, LibraryProblem } from './problem.ts';
import { repair } from './repair.ts';
import { removeSource } from './remove-source.ts';
import { search } from './search.ts';
import { saveSession, session } from './session.ts';
import { follow, followedStories, lookedAt, pin, storiesOf, story, storyWith } from './stories.ts';
import { changeSource, keepSource, sources } from './sources.ts';
import { notePlace } from './status.ts';
import { goOn } from './sweeping.ts';
import { transaction } from './transaction.ts';
import { turnsOf, type SharedTurns } from './turns.ts';
import { watch } from './watch.ts';
import { raiseWatermark, writeWatermark } from './watermark.ts';
import { knownFiles, withdraw } from './withdrawing.ts';

/** How a piece of work on the library is made one that speaks plainly of trouble. */
type Plainly = <Given extends readonly unknown[], Result>(
  work: (db: DatabaseSync, ...given: Given) => Result,
) => (...given: Given) => Result;

/** Returns the library as the other rooms see it. `program` names this run of the program in the history of changes. */
export function assemble(db: DatabaseSync, home: Home, turns: SharedTurns, program: string): Library {
  const plainly: Plainly =
    (work) =>
    (...given) =>
      spoken(home, () => work(db, ...given));
  const index = new CardIndex(db);
  // That marks are there is noted at once: the log that they are in may be gone at the next start, and SQLite would not say so.
  const noted = <Result>(work: () => Result): Result => {
    const result = spoken(home, work);
    raiseWatermark(db, home);
    return result;
  };
  return {
    folder: home.folder,
    index,
    connections: connectionsOf(index, plainly),
    turns,
    keepSource: plainly(keepSource),
    changeSource: plainly(changeSource),
    sources: plainly(sources),
    removeSource: plainly(removeSource),
    health: plainly(health),
    noteHealth: plainly(noteHealth),
    activity: plainly(activity),
    knownFiles: plainly(knownFiles),
    file: plainly(file),
    fileWhole: plainly(fileWhole),
    letGo: plainly(letGo),
    withdraw: plainly(withdraw),
    problems: plainly(problems),
    setProblems: plainly(setProblems),
    headlines: plainly(headlines),
    counts: plainly(counts),
    headlinesOf: plainly(headlinesOf),
    article: plainly(article),
    idsStarting: plainly(idsStarting),
    articleAt: plainly(articleAt),
    articleWithAddress: plainly(articleWithAddress),
    articleTitled: plainly(articleTitled),
    search: plainly(search),
    tags: plainly(tags),
    mark: (articles, how, at) => noted(() => mark(db, program, articles, how, at)),
    markAll: (query, scope, how, at) => noted(() => markAll(db, program, query, scope, how, at)),
    sweep: (query, scope, how, at, extent) => noted(() => sweep(db, program, query, scope, how, at, extent)),
    goOn: (at) => noted(() => goOn(db, at)),
    undo: (at) => spoken(home, () => undo(db, program, at)),
    redo: (at) => spoken(home, () => redo(db, program, at)),
    notePlace: (...given) => noted(() => notePlace(db, ...given)),
    ...storiesIn(plainly),
    session: plainly(session),
    saveSession: plainly(saveSession),
    isWanted: () => turnsOf(db)?.isWanted ?? false,
    together: (work) => noted(() => transaction(db, work)),
    watch: (changed) => watch(db, home, changed),
    examine: plainly(examine),
    repair: plainly(repair),
    backUp: (at) => keepCopy(db, home, program, at),
    close: () => close(db, home),
  };
}

/** What is asked and told of stories. */
function storiesIn(plainly: Plainly) {
  return {
    story: plainly(story),
    storyOf: plainly(storyWith),
    storiesOf: plainly(storiesOf),
    followedStories: plainly(followedStories),
    follow: plainly(follow),
    lookedAt: plainly(lookedAt),
    pin: plainly(pin),
    corrections: plainly(corrections),
  };
}

/** Does the work; what goes wrong in the library becomes a problem in words, and damage is remembered for the next start. */
function spoken<T>(home: Home, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const problem = asProblem(error, home.file);
    if (problem instanceof LibraryProblem && problem.trouble === 'damaged') suspect(home);
    throw problem;
  }
}

async function keepCopy(db: DatabaseSync, home: Home, program: string, at: number): Promise<void> {
  try {
    await backUp(db, home, at);
    if (!db.isOpen) return;
    trimHistory(db, program);
    writeWatermark(db, home);
  } catch (error) {
    throw asProblem(error, home.file);
  }
}

function close(db: DatabaseSync, home: Home): void {
  if (!db.isOpen) return;
  try {
    writeWatermark(db, home);
  } catch {
    // A disk that is full or broken must not keep the program from ending.
  }
  db.close();
}
