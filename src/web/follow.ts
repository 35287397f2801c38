import { judgeAddress } from '../address/index.ts';
import { cleanLine, say } from '../text/index.ts';
import type { Step } from './answer.ts';
import { inside } from './connect.ts';
import type { Fetched, WebRequest } from './fetched.ts';
import { tooLong } from './patience.ts';
import { Trouble } from './trouble.ts';
import { visit, type Errand, type Office } from './visit.ts';

const mostRedirects = 10;

/** Asks for an address, and then for where that leads, until there is a document or trouble. */
export async function follow(office: Office, request: WebRequest, signal: AbortSignal): Promise<Fetched> {
  const start = startOf(request);
  const errand: Errand = { request, start, left: office.limits.whole };
  let step: Step = { url: start, movedTo: null, isPermanent: true };
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const reached = await visit(office, errand, step, signal);
    if ('type' in reached) return reached;
    admit(step.url, reached.url, errand);
    if (errand.left <= 0) throw tooLong(cleanLine(start.host), office.limits.whole);
    step = reached;
  }
  throw new Trouble(
    'redirects',
    say`${cleanLine(start.host)} passes on to one address after another, perhaps in a circle. See in the browser where it leads.`,
  );
}

function startOf({ address, mayBePrivate }: WebRequest): URL {
  const { verdict, why } = judgeAddress(address);
  const url = URL.parse(address.trim());
  if (verdict === 'refused' || !url) throw new Trouble('address', why ?? say`This is not a web address.`);
  if (verdict === 'private' && !mayBePrivate) throw inside(cleanLine(url.host), true);
  return url;
}

/**
 * Lets a redirect pass, or throws. It may lead into the reader's own network only to what they agreed to: the same host and port,
 * as another port is another service.
 */
function admit(from: URL, to: URL, { request, start }: Errand): void {
  const { verdict, why, shown } = judgeAddress(to.href);
  if (verdict === 'public' || (verdict === 'private' && request.mayBePrivate && to.host === start.host)) return;
  throw new Trouble(
    'redirects',
    say`${cleanLine(from.host)} passes on to ${shown}, which is not opened. ${why ?? say``}`,
  );
}
