import type { SourceId } from '../news/index.ts';
import { LibraryProblem } from '../library/index.ts';
import { connectSome, type Watched } from './connect.ts';
import { libraryIn } from './file-deliveries.ts';
import type { Order, Report } from './messages.ts';

export type ConnectOrder = Extract<Order, { type: 'connect' }>;

/** Connects some of the articles that wait, by a way of its own to the library. One that takes nothing more ends it. */
export async function* connectIn({ folder, turns, apart, at }: ConnectOrder, watched: Watched): AsyncGenerator<Report> {
  try {
    const library = libraryIn(folder, turns, at);
    const isApart = (source: SourceId): boolean => apart.includes(source);
    yield { type: 'connected', ...connectSome(library, { ...watched, isApart }) };
  } catch (error) {
    if (!(error instanceof LibraryProblem)) throw error;
    yield { type: 'refused', trouble: error.trouble, file: error.problem.where };
  }
}
