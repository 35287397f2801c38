import type { Safe } from '../text/index.ts';
import type { Instant } from '../news/index.ts';
import { LibraryProblem, type Library } from '../library/index.ts';
import type { Delivery, Receipt } from './file-sheets.ts';
import type { Keeper, Outcome } from './keeper.ts';
import type { Order, Report } from './messages.ts';

/** What came of a delivery, or why it was given up; null once nobody waits for it any more. */
export type Received = Receipt | { readonly format: 'broken'; readonly why: Safe } | null;

/** Has what feeds bring read and filed by a worker, with a way to the library of its own. Neither text nor disk holds up the screen. */
export interface Intake {
  /** Takes in what a feed brought, and resolves once it is on disk. */
  take(delivery: Delivery, signal: AbortSignal): Promise<Received>;
  /** Whether more may come: what waits is held in memory. */
  readonly hasRoom: boolean;
}

/** Deliveries that are given to the worker together, and their bytes: what one change of the library may hold. */
const most = { deliveries: 8, bytes: 1_000_000 };
/** Bytes that may wait while more feeds are asked: a round's worth of most feeds, so that silent servers are met early in it. */
const roomy = 8_000_000;

interface Piece {
  readonly delivery: Delivery;
  readonly signal: AbortSignal;
  readonly settle: (received: Received) => void;
  readonly fail: (error: unknown) => void;
  /** Whether it may be what ended a worker: it is given to the next one by itself, so that no other is blamed for it. */
  isSuspect: boolean;
}

/** Opens an intake. Deliveries wait while the worker is busy; all that wait then are filed together. */
export function openIntake({ folder, turns }: Library, clock: () => Instant, keeper: Keeper): Intake {
  let waiting: Piece[] = [];
  let isBusy = false;
  let held = 0;

  const empty = async (): Promise<void> => {
    isBusy = true;
    while (waiting.length > 0) {
      const pieces = some(waiting);
      waiting = waiting.slice(pieces.length);
      const left = await filed(keeper, pieces, (deliveries) => ({
        type: 'file',
        folder,
        turns,
        deliveries,
        at: clock(),
      }));
      waiting = [...left, ...waiting];
    }
    isBusy = false;
  };

  return {
    async take(delivery, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<Received>();
      const size = delivery.sheet.bytes.byteLength;
      held += size;
      waiting.push({ delivery, signal, settle: resolve, fail: reject, isSuspect: false });
      if (!isBusy) void empty();
      try {
        return await promise;
      } finally {
        held -= size;
      }
    },
    get hasRoom() {
      return held < roomy;
    },
  };
}

function some(waiting: readonly Piece[]): readonly Piece[] {
  let bytes = 0;
  if (waiting[0]?.isSuspect) return waiting.slice(0, 1);
  const end = waiting.findIndex(({ delivery, isSuspect }, index) => {
    bytes += delivery.sheet.bytes.byteLength;
    if (isSuspect) return true;
    return index >= most.deliveries || (index > 0 && bytes > most.bytes);
  });
  return end === -1 ? waiting : waiting.slice(0, end);
}

/** Has the pieces filed. Returns those that are to be given to another worker, as one of them ended this. */
async function filed(
  keeper: Keeper,
  given: readonly Piece[],
  order: (deliveries: readonly Delivery[]) => Order,
): Promise<readonly Piece[]> {
  for (const { settle } of given.filter(({ signal }) => signal.aborted)) settle(null);
  const pieces = given.filter(({ signal }) => !signal.aborted);
  if (pieces.length === 0) return [];
  const left = new Set(pieces);
  const hear = async (report: Report): Promise<void> => {
    if (report.type === 'refused') throw new LibraryProblem(report.trouble, report.file);
    if (report.type !== 'received') return;
    for (const { place, receipt } of report.receipts) {
      const piece = pieces[place];
      if (!piece) continue;
      left.delete(piece);
      piece.settle(receipt);
    }
  };
  try {
    const deliveries = pieces.map(({ delivery }) => delivery);
    const outcome = await keeper.run(() => order(deliveries), hear);
    if (outcome.type === 'broken') return withoutBroken(outcome, pieces, left);
    for (const { settle } of left) settle(null);
  } catch (error) {
    for (const { fail } of left) fail(error);
  }
  return [];
}

/**
 * Of several, the one that was begun last is suspect. One that ends a worker by itself is given up. Where none can be blamed, all
 * are: they must not end one worker after another.
 */
function withoutBroken(
  { path, why }: Extract<Outcome, { type: 'broken' }>,
  pieces: readonly Piece[],
  left: ReadonlySet<Piece>,
): readonly Piece[] {
  if (path !== null && pieces.length > 1) {
    const suspect = pieces[Number(path)];
    if (suspect) suspect.isSuspect = true;
    return [...left];
  }
  for (const { settle } of left) settle({ format: 'broken', why });
  return [];
}
