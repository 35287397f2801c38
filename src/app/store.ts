import type { Instant } from '../news/index.ts';
import type { Effect, Message, Next } from '../loop/index.ts';
import { press, turn } from './turn.ts';
import { progressNoted } from './stack.ts';
import type { Root } from './state.ts';
import { sessionChanged, sessionOf } from './session.ts';

/** The running program: its state, and the two ways in which it moves. */
export interface Store {
  readonly state: () => Root;
  readonly press: (chord: string) => void;
  readonly send: (message: Message) => void;
  /** Changes the state without a message, as when the terminal has another size. */
  readonly change: (change: (root: Root) => Root, message?: Message) => void;
  readonly subscribe: (changed: () => void) => () => void;
  /** Writes down what is half done. */
  readonly keep: () => void;
}

/**
 * Returns the store. One key is one turn is one frame: what an effect brings back at once belongs to the same turn, and
 * who listens hears of it once, at its end.
 */
export function openStore(
  first: Next<Root>,
  perform: (effect: Effect) => readonly Message[],
  clock: () => Instant,
): Store {
  let root = first[0];
  const listeners = new Set<() => void>();

  const carryOut = (effects: readonly Effect[]): void => {
    for (const effect of effects) for (const message of perform(effect)) step(turn(root, message));
  };
  const step = ([next, ...effects]: Next<Root>): void => {
    root = next;
    carryOut(effects);
  };
  const whole = (next: Next<Root>): void => {
    const before = root;
    step(next);
    if (sessionChanged(before, root)) carryOut([{ type: 'keepSession', session: sessionOf(root) }]);
    if (root !== before) for (const changed of listeners) changed();
  };

  carryOut(first.slice(1) as readonly Effect[]);
  return {
    state: () => root,
    press: (chord) => {
      whole(press(dated(root, clock()), chord));
      carryOut([{ type: 'rest' }]);
    },
    send: (message) => {
      whole(turn(dated(root, clock()), message));
      if (message.type === 'rested') carryOut([{ type: 'keepSession', session: sessionOf(root) }]);
    },
    change: (change, message) => {
      const before = root;
      root = change(root);
      if (message) step(turn(root, message));
      if (root !== before) for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    keep: () => carryOut([...progressNoted(root), { type: 'keepSession', session: sessionOf(root) }]),
  };
}

/** Dates are told in minutes and days: within a minute the state is the same. */
function dated(root: Root, now: Instant): Root {
  return Math.floor(now / 60_000) === Math.floor(root.now / 60_000) ? root : { ...root, now };
}
