import type { DatabaseSync } from 'node:sqlite';

/** What threads of one program share to take turns at writing. */
export type SharedTurns = SharedArrayBuffer;

/** Milliseconds after which a turn counts as lost: its thread may have been ended in the middle of it. */
const longest = 250;
/** Places in what is shared: how many wait who go first, and whether a change is being made. */
const waiting = 0;
const busy = 1;

export function newTurns(): SharedTurns {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/** A turn that was asked for. */
export interface Turn {
  /** SQLite gave the right to write: nobody need make way any more. */
  taken(): void;
  leave(): void;
}

/**
 * Whose turn it is among the threads of one program that write to the library. SQLite has the last word and alone keeps changes
 * apart; but who waits for it looks again at growing intervals, and so mostly comes after who files one change after another.
 * Here the reader's marks go first, and are woken the moment that they can begin.
 */
export class Turns {
  readonly #shared: Int32Array;
  readonly #goesFirst: boolean;

  constructor(shared: SharedTurns, goesFirst: boolean) {
    this.#shared = new Int32Array(shared);
    this.#goesFirst = goesFirst;
  }

  /** Whether somebody waits who goes first. */
  get isWanted(): boolean {
    return !this.#goesFirst && Atomics.load(this.#shared, waiting) > 0;
  }

  /** Waits for a turn: for as long as another one lasts, and without the right to go first until nobody waits who has it. */
  take(): Turn {
    const shared = this.#shared;
    const end = performance.now() + longest;
    if (this.#goesFirst) Atomics.add(shared, waiting, 1);
    else this.#makeWay(end);
    while (Atomics.compareExchange(shared, busy, 0, 1) !== 0 && performance.now() < end) {
      Atomics.wait(shared, busy, 1, end - performance.now());
    }
    let isWaiting = this.#goesFirst;
    const taken = (): void => {
      if (isWaiting && Atomics.sub(shared, waiting, 1) === 1) Atomics.notify(shared, waiting);
      isWaiting = false;
    };
    return {
      taken,
      leave() {
        taken();
        Atomics.store(shared, busy, 0);
        Atomics.notify(shared, busy);
      },
    };
  }

  #makeWay(end: number): void {
    const shared = this.#shared;
    for (let others = Atomics.load(shared, waiting); others > 0; others = Atomics.load(shared, waiting)) {
      if (performance.now() >= end) return;
      Atomics.wait(shared, waiting, others, end - performance.now());
    }
  }
}

const known = new WeakMap<DatabaseSync, Turns>();

/** Has the connection take turns with those of other threads. */
export function takeTurns(db: DatabaseSync, turns: Turns): void {
  known.set(db, turns);
}

export function turnsOf(db: DatabaseSync): Turns | undefined {
  return known.get(db);
}
