import { judgeAddress } from '../address/index.ts';
import { cleanLine, say } from '../text/index.ts';
import type { Instant } from '../news/index.ts';
import { answerOf, type Step } from './answer.ts';
import { connectTo, inside, type Resolve, type Way } from './connect.ts';
import { ask } from './exchange.ts';
import type { Failure, Fetched, WebRequest } from './fetched.ts';
import { watchOver, type Limits, type Patience } from './patience.ts';
import { proxyFor, type Environment } from './proxy.ts';
import type { Queue } from './queue.ts';
import { Trouble, troubleOf } from './trouble.ts';

/** What all requests share. */
export interface Office {
  readonly userAgent: string;
  readonly now: () => Instant;
  readonly environment: Environment;
  readonly resolve: Resolve;
  readonly limits: Limits;
  readonly queue: Queue;
  /** Until when those that asked for a pause are left alone. */
  readonly pauses: Map<string, Instant>;
}

/** A request on its way: where it began, and how many milliseconds it has left. */
export interface Errand {
  readonly request: WebRequest;
  readonly start: URL;
  left: number;
}

/** Trouble after which a host is asked one thing at a time. */
const failing: readonly Failure[] = ['name', 'connection', 'certificate', 'time', 'offline', 'proxy'];

/** Asks one host when its turn has come, and resolves to what became of it, or to where the host passes on. */
export async function visit(office: Office, errand: Errand, step: Step, signal: AbortSignal): Promise<Fetched | Step> {
  const host = cleanLine(step.url.host);
  const spared = sparedOf(step.url);
  const turn = await office.queue.enter(spared, errand.request.failing ?? false, signal);
  const begun = office.now();
  const patience = watchOver(office.limits, errand.left, host, signal, () => turn.stepAside());
  let answered = true;
  try {
    const until = office.pauses.get(spared) ?? 0;
    if (until > begun) return { type: 'later', until, why: say`${host} has asked for a pause.` };
    const reached = await talk(office, errand, step, patience);
    if ('type' in reached && reached.type === 'later') office.pauses.set(spared, reached.until);
    return reached;
  } catch (error) {
    answered = !(error instanceof Trouble && failing.includes(error.kind));
    throw error;
  } finally {
    patience.close();
    turn.leave(answered);
    errand.left -= office.now() - begun;
  }
}

/**
 * Returns what is not to be asked too much at once: the host. In the reader's own network each address stands for itself, as
 * the host is theirs to burden and may be a machine with many services.
 */
function sparedOf(url: URL): string {
  return judgeAddress(url.href).verdict === 'private' ? url.href : url.hostname;
}

async function talk(office: Office, errand: Errand, step: Step, patience: Patience): Promise<Fetched | Step> {
  const { url } = step;
  const host = cleanLine(url.host);
  const isHome = url.host === errand.start.host;
  const way: Way = {
    url,
    proxy: proxyFor(url, office.environment),
    resolve: office.resolve,
    ifInside: isHome && errand.request.mayBePrivate ? null : inside(host, isHome),
  };
  const socket = await reach(way, office.queue, patience.signal);
  try {
    const response = await ask(way, socket, errand.request, office.userAgent, patience.signal);
    patience.heard(0);
    const { request } = errand;
    const { now, limits } = office;
    return await answerOf(response, { step, request, host, now: now(), most: limits.most, heard: patience.heard });
  } catch (error) {
    throw patience.signal.aborted ? patience.signal.reason : error;
  } finally {
    socket.destroy();
  }
}

/** Connects, or answers at once everyone who waits to do the same. */
async function reach(way: Way, queue: Queue, signal: AbortSignal): ReturnType<typeof connectTo> {
  const host = cleanLine(way.url.host);
  try {
    return await connectTo(way, signal);
  } catch (error) {
    const trouble: unknown = signal.aborted ? signal.reason : troubleOf(error, host);
    if (!(trouble instanceof Trouble)) throw trouble;
    // Silence while connecting is the host's, not the document's.
    const unreached = trouble.kind === 'time' ? new Trouble('connection', trouble.why) : trouble;
    if (failing.includes(unreached.kind)) queue.turnAway(sparedOf(way.url), unreached);
    throw unreached;
  }
}
