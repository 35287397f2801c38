import type { Trouble } from './trouble.ts';

/** How many may be under way together. */
export interface Crowd {
  /** In all. */
  readonly atOnce: number;
  /** To one host. */
  readonly perHost: number;
  /** Beside those, of servers that are silent or were failing: sockets that wait and cost next to nothing. */
  readonly aside: number;
  /** How many may be aside when one that was failing begins. */
  readonly failing: number;
}

/** Leave to talk with a host. It is given back exactly once. */
export interface Turn {
  /** Makes room for others while the server is silent. */
  stepAside(): void;
  /** Ends the turn. A host that failed is asked one thing at a time, until it answers again. */
  leave(answered: boolean): void;
}

/** The line before the network: first come, first served, except that no host and no silent server holds up the others. */
export interface Queue {
  /** Resolves when it is this one's turn. Rejects when the signal ends the wait, or the host proves to be out of reach. */
  enter(host: string, failing: boolean, signal: AbortSignal): Promise<Turn>;
  /** Answers all who wait for a host that could not be reached. */
  turnAway(host: string, trouble: Trouble): void;
}

interface Waiter {
  readonly host: string;
  readonly failing: boolean;
  readonly begin: () => void;
  readonly giveUp: (reason: unknown) => void;
}

/** The two lanes: one for servers that answer, one for those that may not. */
interface Lanes {
  main: number;
  aside: number;
}

export function openQueue({ atOnce, perHost, aside, failing }: Crowd): Queue {
  const waiting: Waiter[] = [];
  const talking = new Map<string, number>();
  const failed = new Set<string>();
  const lanes: Lanes = { main: 0, aside: 0 };

  const isFailing = (waiter: Waiter): boolean => waiter.failing || failed.has(waiter.host);

  const mayBegin = (waiter: Waiter): boolean => {
    const hasRoom = isFailing(waiter) ? lanes.aside < failing : lanes.main < atOnce;
    return hasRoom && (talking.get(waiter.host) ?? 0) < (isFailing(waiter) ? 1 : perHost);
  };

  const advance = (): void => {
    for (let next = waiting.find(mayBegin); next; next = waiting.find(mayBegin)) next.begin();
  };

  const begin = (waiter: Waiter): Turn => {
    const { host } = waiter;
    let lane: keyof Lanes = isFailing(waiter) ? 'aside' : 'main';
    lanes[lane]++;
    talking.set(host, (talking.get(host) ?? 0) + 1);
    return {
      stepAside() {
        if (lane === 'aside' || lanes.aside >= aside) return;
        lanes.main--;
        lanes.aside++;
        lane = 'aside';
        advance();
      },
      leave(answered) {
        lanes[lane]--;
        const others = (talking.get(host) ?? 1) - 1;
        if (others > 0) talking.set(host, others);
        else talking.delete(host);
        if (answered) failed.delete(host);
        else failed.add(host);
        advance();
      },
    };
  };

  return {
    enter(host, failing, signal) {
      const turn = lineUp(waiting, { host, failing }, signal, begin);
      advance();
      return turn;
    },
    turnAway(host, trouble) {
      for (const waiter of waiting.filter((waiter) => waiter.host === host)) waiter.giveUp(trouble);
    },
  };
}

/** Puts one at the end of the line. Whoever begins or gives up is out of it. */
function lineUp(
  waiting: Waiter[],
  asker: Pick<Waiter, 'host' | 'failing'>,
  signal: AbortSignal,
  begin: (waiter: Waiter) => Turn,
): Promise<Turn> {
  const { promise, resolve, reject } = Promise.withResolvers<Turn>();
  const leave = (): void => {
    signal.removeEventListener('abort', end);
    waiting.splice(waiting.indexOf(waiter), 1);
  };
  const waiter: Waiter = {
    ...asker,
    begin() {
      leave();
      resolve(begin(waiter));
    },
    giveUp(reason) {
      leave();
      reject(reason);
    },
  };
  const end = (): void => waiter.giveUp(signal.reason);
  if (signal.aborted) return Promise.reject(signal.reason);
  signal.addEventListener('abort', end);
  waiting.push(waiter);
  return promise;
}
