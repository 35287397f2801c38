/** A stretch of a text that was changed: what is the same in both versions, what is only in the new one, or only in the old. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Changed words up to which two versions are compared word by word; beyond, the rest is told as replaced as a whole. */
const most = 1500;

/**
 * Returns how one version of a text became another, word by word, so that the same and added texts in order are the new
 * version and the same and removed ones the old, to the letter. A shortest script by the greedy algorithm of E. W. Myers, "An
 * O(ND) difference algorithm and its variations" (1986). It is written out here because this room needs one function with a
 * bound and without a clock, of a package (jsdiff, healthy) of 600 kB.
 */
export function changesBetween(before: string, after: string): readonly Change[] {
  const old = piecesOf(before);
  const now = piecesOf(after);
  const start = sameStart(old, now);
  const end = sameEnd(old.slice(start), now.slice(start));
  const middle = edited(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))]);
}

/** Words, the space between words, and marks: each a piece. Scripts without spaces are taken letter by letter. */
function piecesOf(text: string): readonly string[] {
  return (
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])|[\p{L}\p{N}\p{M}'’]+|\s+|[^\s\p{L}\p{N}\p{M}]/gu,
    ) ?? []
  );
}

const same = (pieces: readonly string[]): readonly Change[] => pieces.map((text) => ({ kind: 'same', text }));

function sameStart(old: readonly string[], now: readonly string[]): number {
  let count = 0;
  while (count < old.length && count < now.length && old[count] === now[count]) count++;
  return count;
}

function sameEnd(old: readonly string[], now: readonly string[]): number {
  let count = 0;
  while (count < old.length && count < now.length && old.at(-1 - count) === now.at(-1 - count)) count++;
  return count;
}

/** Returns the shortest way from the old pieces to the new, walking back through how far each step came. */
function edited(old: readonly string[], now: readonly string[]): readonly Change[] {
  const steps = furthest(old, now);
  if (!steps) return [...old.map(removed), ...now.map(added)];
  const changes: Change[] = [];
  let [x, y] = [old.length, now.length];
  for (let step = steps.length - 1; step > 0; step--) {
    const reached = steps[step - 1]!;
    const diagonal = x - y;
    const down = comesDown(reached, diagonal, step);
    const from = reached.get(diagonal + (down ? 1 : -1)) ?? 0;
    const [startX, startY] = down ? [from, from - diagonal - 1] : [from, from - diagonal + 1];
    while (x > startX + (down ? 0 : 1) && y > startY + (down ? 1 : 0)) {
      x--;
      y--;
      changes.push({ kind: 'same', text: old[x]! });
    }
    changes.push(down ? added(now[startY]!) : removed(old[startX]!));
    [x, y] = [startX, startY];
  }
  while (x > 0) changes.push({ kind: 'same', text: old[--x]! });
  return changes.reverse();
}

const added = (text: string): Change => ({ kind: 'added', text });
const removed = (text: string): Change => ({ kind: 'removed', text });

/** By diagonal, how far into the old text a path with so many changes comes; one for each number of changes. */
type Reached = ReadonlyMap<number, number>;

/** Whether the furthest path on a diagonal comes from above (a piece added) and not from the left (one removed). */
function comesDown(reached: Reached, diagonal: number, step: number): boolean {
  if (diagonal === -step) return true;
  return diagonal !== step && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1);
}

function furthest(old: readonly string[], now: readonly string[]): readonly Reached[] | null {
  const steps: Reached[] = [];
  for (let step = 0; step <= Math.min(most, old.length + now.length); step++) {
    const before = steps.at(-1) ?? new Map([[1, 0]]);
    const reached = new Map<number, number>();
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      const down = step === 0 || comesDown(before, diagonal, step);
      let x = step === 0 ? 0 : down ? (before.get(diagonal + 1) ?? 0) : (before.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      reached.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return [...steps, reached];
    }
    steps.push(reached);
  }
  return null;
}

/** Joins neighbours of one kind, what is removed before what is added, and single spaces between two changes into both. */
function joined(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = [];
  let [out, into] = ['', ''];
  const flush = (): void => {
    if (out !== '') joined.push(removed(out));
    if (into !== '') joined.push(added(into));
    [out, into] = ['', ''];
  };
  for (const [place, { kind, text }] of changes.entries()) {
    const between =
      kind === 'same' &&
      /^ $/.test(text) &&
      (out !== '' || into !== '') &&
      (changes[place + 1]?.kind ?? 'same') !== 'same';
    if (kind === 'removed' || between) out += text;
    if (kind === 'added' || between) into += text;
    if (kind !== 'same' || between) continue;
    flush();
    const last = joined.at(-1);
    if (last?.kind === 'same') joined[joined.length - 1] = { kind: 'same', text: last.text + text };
    else joined.push({ kind, text });
  }
  flush();
  return joined;
}
