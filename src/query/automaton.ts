/** What a part of a pattern stands for. */
export type Node =
  | { readonly type: 'letter'; readonly fits: (letter: number) => boolean }
  | { readonly type: 'at'; readonly place: 'start' | 'end' | 'edge' | 'inside' }
  | { readonly type: 'row' | 'either'; readonly nodes: readonly Node[] }
  | { readonly type: 'repeat'; readonly node: Node; readonly least: number; readonly most: number };

/** Tells whether a text has a stretch that a pattern fits, in time in proportion to the text. */
export interface Automaton {
  readonly fits: (text: string) => boolean;
}

/** One step of the machine: a letter, a place, a fork, or the end. */
type Step =
  | { readonly type: 'letter'; readonly fits: (letter: number) => boolean; next: number }
  | { readonly type: 'at'; readonly place: Extract<Node, { type: 'at' }>['place']; next: number }
  | { readonly type: 'fork'; next: number; other: number }
  | { readonly type: 'done' };

/**
 * Returns the machine of a pattern, or null when it takes more steps than allowed. It is K. Thompson's ("Regular expression
 * search algorithm", CACM 11, 1968): all ways are gone at once, letter by letter; where it has been is remembered as a table
 * of states that grows as texts are read, and is forgotten when it gets large.
 */
export function automaton(node: Node, mostSteps: number): Automaton | null {
  const steps: Step[] = [];
  try {
    build(node, steps, mostSteps);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  steps.push({ type: 'done' });
  return new Machine(steps);
}

/** Adds the steps of a node; each of them goes on to the one that is added next. */
function build(node: Node, steps: Step[], most: number): void {
  if (steps.length > most) throw new RangeError('too many steps');
  switch (node.type) {
    case 'letter':
      steps.push({ type: 'letter', fits: node.fits, next: steps.length + 1 });
      return;
    case 'at':
      steps.push({ type: 'at', place: node.place, next: steps.length + 1 });
      return;
    case 'row':
      for (const part of node.nodes) build(part, steps, most);
      return;
    case 'either':
      return buildEither(node.nodes, steps, most);
    case 'repeat':
      return buildRepeat(node, steps, most);
  }
}

function buildEither(nodes: readonly Node[], steps: Step[], most: number): void {
  const ends: { next: number }[] = [];
  for (const [index, part] of nodes.entries()) {
    const fork = { type: 'fork' as const, next: steps.length + 1, other: steps.length + 1 };
    const isLast = index === nodes.length - 1;
    if (!isLast) steps.push(fork);
    build(part, steps, most);
    if (isLast) break;
    const end = { type: 'fork' as const, next: 0, other: 0 };
    steps.push(end);
    ends.push(end);
    fork.other = steps.length;
  }
  for (const end of ends) Object.assign(end, { next: steps.length, other: steps.length });
}

function buildRepeat(
  { node, least, most: times }: Extract<Node, { type: 'repeat' }>,
  steps: Step[],
  most: number,
): void {
  for (let time = 0; time < least; time += 1) build(node, steps, most);
  const forks: { other: number }[] = [];
  const optional = times === Infinity ? 1 : times - least;
  const start = steps.length;
  for (let time = 0; time < optional; time += 1) {
    const fork = { type: 'fork' as const, next: steps.length + 1, other: 0 };
    steps.push(fork);
    forks.push(fork);
    build(node, steps, most);
  }
  if (times === Infinity) steps.push({ type: 'fork', next: start, other: start });
  for (const fork of forks) fork.other = steps.length;
}

/** What stood before the letter that is read: nothing, a letter of a word, or another sign. */
type Before = 'nothing' | 'word' | 'sign';

/** The steps that wait for a letter, and what stood before it. */
interface State {
  readonly waiting: readonly number[];
  readonly before: Before;
  readonly onward: Map<number, State | 'fits'>;
}

/** States that are remembered at most. */
const mostKept = 1000;
/** Read behind the last letter. */
const end = -1;

class Machine implements Automaton {
  readonly #steps: readonly Step[];
  #states = new Map<string, State>();

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  readonly fits = (text: string): boolean => {
    let state: State = this.#state([0], 'nothing');
    for (let at = 0; at <= text.length; at += 1) {
      const letter = at === text.length ? end : text.codePointAt(at)!;
      if (letter > 0xffff) at += 1;
      let next = state.onward.get(letter);
      if (!next) state.onward.set(letter, (next = this.#next(state, letter)));
      if (next === 'fits') return true;
      state = next;
    }
    return false;
  };

  #next({ waiting, before }: State, letter: number): State | 'fits' {
    const isWord = letter !== end && isWordLetter(letter);
    const reached = this.#reached(waiting, before, letter === end, isWord);
    if (reached.has(this.#steps.length - 1)) return 'fits';
    const onward = new Set([0]);
    for (const at of reached) {
      const step = this.#steps[at]!;
      if (step.type === 'letter' && letter !== end && step.fits(letter)) onward.add(step.next);
    }
    return this.#state(
      [...onward].sort((one, other) => one - other),
      isWord ? 'word' : 'sign',
    );
  }

  /** Every step that can be reached without reading a letter. */
  #reached(from: readonly number[], before: Before, isEnd: boolean, isWord: boolean): ReadonlySet<number> {
    const reached = new Set(from);
    for (const at of reached) {
      const step = this.#steps[at]!;
      if (step.type === 'fork') reached.add(step.next).add(step.other);
      if (step.type !== 'at') continue;
      const isEdge = (before === 'word') !== isWord;
      const holds = { start: before === 'nothing', end: isEnd, edge: isEdge, inside: !isEdge }[step.place];
      if (holds) reached.add(step.next);
    }
    return reached;
  }

  #state(waiting: readonly number[], before: Before): State {
    const name = `${before} ${waiting.join(' ')}`;
    const known = this.#states.get(name);
    if (known) return known;
    if (this.#states.size >= mostKept) this.#states = new Map();
    const state: State = { waiting, before, onward: new Map() };
    this.#states.set(name, state);
    return state;
  }
}

/** Returns whether a folded letter is part of a word. */
export function isWordLetter(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || code === 95;
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}
