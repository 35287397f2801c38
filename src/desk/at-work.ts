/** Places in what is shared: which piece is begun, counted from 1, or 0; and how often that has changed. */
const begun = 0;
const steps = 1;

/**
 * Which piece of an order a worker is at, told without a message: there are thousands in an order, and each message wakes the
 * thread that draws. What was told last is not lost with a worker that is ended.
 */
export class AtWork {
  readonly shared: SharedArrayBuffer;
  readonly #view: BigInt64Array;

  constructor(shared = new SharedArrayBuffer(2 * BigInt64Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#view = new BigInt64Array(shared);
  }

  /** Tells which piece is begun, by its number from 0. */
  begin(piece: number): void {
    this.#tell(BigInt(piece) + 1n);
  }

  /** Tells that none is. */
  rest(): void {
    this.#tell(0n);
  }

  /** The piece that is begun, or null. */
  get piece(): number | null {
    const number = Atomics.load(this.#view, begun);
    return number === 0n ? null : Number(number - 1n);
  }

  /** Counts what was told: as long as it stays the same, the worker is at the same piece. */
  get steps(): bigint {
    return Atomics.load(this.#view, steps);
  }

  #tell(number: bigint): void {
    Atomics.store(this.#view, begun, number);
    Atomics.add(this.#view, steps, 1n);
  }
}
