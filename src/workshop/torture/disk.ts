import type { Written } from './write-log.ts';

/**
 * What becomes of what was written and not waited for, when the power is cut: all of it is lost, or any of it, whole or in part, in any
 * order; of changes of names the later ones, as file systems that keep a journal have it.
 */
export type Loss = 'all' | 'any';

/** Bytes that a disk writes as one: a write may stop between any two of them. */
const sector = 512;

type Write = Extract<Written, { readonly type: 'wrote' | 'cut' }>;
type Naming = Extract<Written, { readonly type: 'made' | 'renamed' | 'removed' }>;

interface File {
  /** What is on the disk for certain. */
  bytes: Buffer;
  readonly pending: Write[];
  /** How many of the pending writes there were when each of those who wait for them began. */
  readonly waiting: Map<number, number>;
}

/** A disk to which a program's writes are done again, one by one, until its power is cut. */
export class Disk {
  /** By their numbers, which are given anew when a file has gone. */
  readonly #files = new Map<number, File>();
  readonly #names = new Map<string, File>();
  readonly #namings: { readonly naming: Naming; readonly file: File | null }[] = [];

  /** Puts what lay on the disk before. */
  put(name: string, number: number, bytes: Buffer): void {
    const file = newFile(bytes);
    this.#files.set(number, file);
    this.#names.set(name, file);
  }

  /** Does what the record says. */
  take(record: Written): void {
    switch (record.type) {
      case 'made': {
        const file = newFile();
        this.#files.set(record.file, file);
        this.#namings.push({ naming: record, file });
        break;
      }
      case 'renamed':
      case 'removed':
        this.#namings.push({ naming: record, file: null });
        break;
      case 'wrote':
      case 'cut':
        this.#file(record.file).pending.push(record);
        break;
      case 'waits': {
        const { pending, waiting } = this.#file(record.file);
        waiting.set(record.who, pending.length);
        break;
      }
      case 'waited':
        this.#waited(record.file, record.who);
        break;
      case 'names waited':
        this.#keepNames(this.#namings.length);
        break;
      case 'said':
    }
  }

  /** Returns what lies on the disk after the power was cut at this moment, by name. `random` returns numbers from 0 to 1. */
  afterCut(loss: Loss, random: () => number): ReadonlyMap<string, Buffer> {
    const names = new Map(this.#names);
    const kept = loss === 'all' ? 0 : Math.floor(random() * (this.#namings.length + 1));
    for (const { naming, file } of this.#namings.slice(0, kept)) rename(names, naming, file);
    const left = new Map<string, Buffer>();
    for (const [name, { bytes, pending }] of names) {
      left.set(name, loss === 'all' ? bytes : survived(bytes, pending, random));
    }
    return left;
  }

  #file(number: number): File {
    const file = this.#files.get(number);
    if (!file) throw new Error(`The file ${number} was written and never made.`);
    return file;
  }

  #waited(number: number, who: number): void {
    const file = this.#file(number);
    const kept = file.waiting.get(who) ?? 0;
    file.waiting.delete(who);
    for (const write of file.pending.splice(0, kept)) file.bytes = after(file.bytes, write);
    for (const [other, before] of file.waiting) file.waiting.set(other, Math.max(0, before - kept));
    // To wait for a file is to wait for its name, and the journal has the changes of names before that.
    this.#keepNames(this.#namings.findLastIndex((naming) => naming.file === file) + 1);
  }

  #keepNames(count: number): void {
    for (const { naming, file } of this.#namings.splice(0, count)) rename(this.#names, naming, file);
  }
}

function newFile(bytes: Buffer = Buffer.alloc(0)): File {
  return { bytes: own(bytes), pending: [], waiting: new Map() };
}

/** Returns the bytes in memory of their own, which can grow. */
function own(bytes: Buffer, room = bytes.length): Buffer {
  const copy = Buffer.from(new ArrayBuffer(room), 0, bytes.length);
  bytes.copy(copy);
  return copy;
}

function rename(names: Map<string, File>, naming: Naming, made: File | null): void {
  if (made) return void names.set(naming.name, made);
  const file = names.get(naming.name);
  names.delete(naming.name);
  if (naming.type === 'renamed' && file) names.set(naming.to, file);
}

/** Returns the bytes with the write done to them. What lies beyond their end is zeros. */
function after(bytes: Buffer, write: Write): Buffer {
  if (write.type === 'cut') return resized(bytes, write.at);
  const end = write.at + write.bytes.length;
  const written = end > bytes.length ? resized(bytes, end) : bytes;
  write.bytes.copy(written, write.at);
  return written;
}

/** Makes room for more than is asked for, so that a file which grows by every write is not copied by every write. */
function resized(bytes: Buffer, length: number): Buffer {
  if (length <= bytes.length) return bytes.subarray(0, length);
  const room = bytes.buffer.byteLength - bytes.byteOffset;
  const within = length <= room ? bytes : own(bytes, length * 2);
  return Buffer.from(within.buffer, within.byteOffset, length).fill(0, bytes.length);
}

/** Returns the bytes with some of the writes, some of them in part. */
function survived(bytes: Buffer, pending: readonly Write[], random: () => number): Buffer {
  const share = random();
  let left: Buffer = own(bytes);
  for (const write of pending) {
    if (random() >= share) continue;
    const isTorn = write.type === 'wrote' && random() < 0.1;
    left = after(left, isTorn ? torn(write, random) : write);
  }
  return left;
}

function torn(write: Extract<Write, { readonly type: 'wrote' }>, random: () => number): Write {
  const sectors = Math.floor((random() * write.bytes.length) / sector);
  return { ...write, bytes: write.bytes.subarray(0, sectors * sector) };
}
