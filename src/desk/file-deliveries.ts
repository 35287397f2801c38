import { LibraryProblem, openLibrary, type Library, type SharedTurns } from '../library/index.ts';
import { fileSheets, type Desktop } from './file-sheets.ts';
import type { Order, Report } from './messages.ts';

export type FileOrder = Extract<Order, { type: 'file' }>;

/** What of the worker is needed to file: how it reads, and how it tells what it is at. */
export type Hands = Pick<Desktop, 'take' | 'begin' | 'rest'>;

/** Opened when it is first needed, and kept as long as the worker. */
const open = new Map<string, Library>();

/** Files deliveries by a way of its own to the library: two programs on one library are normal. A library that takes nothing more ends it. */
export async function* fileDeliveries(
  { folder, turns, deliveries, at }: FileOrder,
  hands: Hands,
): AsyncGenerator<Report> {
  try {
    const desktop = { ...hands, library: libraryIn(folder, turns, at), clock: () => at };
    for await (const receipts of fileSheets(deliveries, desktop)) {
      if (receipts.length > 0) yield { type: 'received', receipts };
    }
  } catch (error) {
    if (!(error instanceof LibraryProblem)) throw error;
    yield { type: 'refused', trouble: error.trouble, file: error.problem.where };
  }
}

export function libraryIn(folder: string, turns: SharedTurns, now: number): Library {
  const library = open.get(folder) ?? openLibrary(folder, now, { beside: turns }).library;
  open.set(folder, library);
  return library;
}
