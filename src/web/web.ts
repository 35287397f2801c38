import type { Instant } from '../news/index.ts';
import { askSystem, type Resolve } from './connect.ts';
import type { Fetched, WebRequest } from './fetched.ts';
import { follow } from './follow.ts';
import type { Limits } from './patience.ts';
import type { Environment } from './proxy.ts';
import { openQueue, type Crowd } from './queue.ts';
import { Trouble } from './trouble.ts';
import type { Office } from './visit.ts';

/** The way to the web. It remembers, as long as it is open, which hosts asked for a pause and which are failing. */
export interface Web {
  /** Asks for one address when its turn has come, and resolves to what became of it. Aborting the signal ends it at once. */
  get(request: WebRequest, signal: AbortSignal): Promise<Fetched>;
}

export interface WebOptions {
  /** What the program calls itself in each request: its name, its version, and where to read about it. */
  readonly userAgent: string;
  readonly now: () => Instant;
  /** Variables of the shell, for the proxies that they name. */
  readonly environment?: Environment;
  /** Returns the IP addresses of a host. The system is asked when it is not given. */
  readonly resolve?: Resolve;
  readonly limits?: Partial<Limits>;
  readonly crowd?: Partial<Crowd>;
}

const usualLimits: Limits = { quiet: 750, half: 15_000, early: 8 * 1024, whole: 30_000, most: 15 * 2 ** 20 };
const usualCrowd: Crowd = { atOnce: 24, perHost: 2, aside: 512, failing: 64 };

/** Opens nothing yet: each request has a socket of its own, which is closed with it. */
export function openWeb(options: WebOptions): Web {
  const office: Office = {
    userAgent: options.userAgent,
    now: options.now,
    environment: options.environment ?? {},
    resolve: options.resolve ?? askSystem,
    limits: { ...usualLimits, ...options.limits },
    queue: openQueue({ ...usualCrowd, ...options.crowd }),
    pauses: new Map(),
  };
  return {
    async get(request, signal) {
      try {
        return await follow(office, request, signal);
      } catch (error) {
        if (signal.aborted) return { type: 'cancelled' };
        if (error instanceof Trouble) return { type: 'failed', kind: error.kind, why: error.why };
        throw error;
      }
    },
  };
}
