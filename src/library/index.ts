// Lives here: everything kept on disk: SQLite, its schema and migrations, and each question asked of it.
// Does not live here: parsing, deciding what a key does, or settings.
// Every change is one transaction, and the reader's own are on disk before the call returns; two programs at once are normal.
export { openLibrary, type Opening } from './open.ts';
export { reportOn } from './report.ts';
export { isListed } from './listed.ts';
export { LibraryProblem, type Trouble } from './problem.ts';
export { readNewsboat, type Newsboat, type NewsboatArticle } from './newsboat.ts';
export type { Connected, Connections, Readable } from './connections.ts';
export type { Repaired, Stage } from './repair.ts';
export type { Change, Extent, Filed, Headlines, Hit, KnownFile, Library, NewSource, Page } from './library.ts';
export type { SharedTurns } from './turns.ts';
