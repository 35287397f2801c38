import type { Safe } from '../text/index.ts';
import type { Health, Instant, SourceId } from '../news/index.ts';
import type { Freshness } from '../web/index.ts';
import type { FeedAbout } from './copy.ts';
import { afterAnswer, afterFailure, afterNoChange } from './due.ts';

/** What came of asking a source for news. */
export type Answer =
  | {
      readonly type: 'read';
      readonly fresh: Freshness;
      readonly about: FeedAbout;
      readonly digest: string;
      /** Whether the feed ended in the middle. Then it is asked for anew, as if nothing had come. */
      readonly torn: boolean;
    }
  | { readonly type: 'unchanged'; readonly fresh: Freshness }
  | { readonly type: 'gone'; readonly why: Safe }
  | { readonly type: 'later'; readonly until: Instant; readonly why: Safe }
  | { readonly type: 'failed'; readonly why: Safe };

/** Reads of a feed at its new address before that becomes its address. A captive portal sends permanent redirects, too. */
const readsBeforeMove = 2;

/** Returns how it has gone with a source after it was asked once more. */
export function healthAfter(answer: Answer, source: SourceId, before: Health | null, now: Instant): Health {
  const known = { ...(before ?? unknown(source)), tried: now };
  switch (answer.type) {
    case 'read':
      return wellAgain({ ...known, ...readAs(answer, now), ...moved(known, answer.fresh) }, now);
    case 'unchanged':
      return wellAgain({ ...known, ...confirmed(answer.fresh, before, now), ...moved(known, answer.fresh) }, now);
    case 'gone':
      return { ...failed(known, answer.why, now), gone: true };
    case 'later':
      // It answers, so it does not fail.
      return { ...known, notBefore: answer.until, failures: 0, failingSince: null, why: answer.why };
    case 'failed':
      return failed(known, answer.why, now);
  }
}

/** Returns the address that has proved to be the source's new one, or null. */
export function provenMove({ movedTo, movedReads }: Health): Safe | null {
  return movedReads >= readsBeforeMove ? movedTo : null;
}

function unknown(source: SourceId): Health {
  const asked = {
    tried: null,
    fetched: null,
    notBefore: null,
    failures: 0,
    failingSince: null,
    why: null,
    gone: false,
  };
  const sent = { etag: null, lastModified: null, digest: null, movedTo: null, movedReads: 0, site: null };
  return { source, ...asked, ...sent };
}

function readAs({ fresh, about, digest, torn }: Extract<Answer, { type: 'read' }>, now: Instant): Partial<Health> {
  const { etag, lastModified, freshUntil } = fresh;
  const sent = torn ? { etag: null, lastModified: null, digest: null } : { etag, lastModified, digest };
  return { ...sent, site: about.site, notBefore: afterAnswer({ ...about, freshUntil }, now) };
}

/** A server that says nothing of it anew means what it said before. */
function confirmed(
  { etag, lastModified, freshUntil }: Freshness,
  before: Health | null,
  now: Instant,
): Partial<Health> {
  return {
    etag: etag ?? before?.etag ?? null,
    lastModified: lastModified ?? before?.lastModified ?? null,
    notBefore: afterNoChange(freshUntil, before, now),
  };
}

function moved(before: Health, { movedTo }: Freshness): Pick<Health, 'movedTo' | 'movedReads'> {
  if (movedTo === null) return { movedTo: null, movedReads: 0 };
  return { movedTo, movedReads: movedTo === before.movedTo ? before.movedReads + 1 : 1 };
}

function wellAgain(health: Health, now: Instant): Health {
  return { ...health, fetched: now, failures: 0, failingSince: null, why: null, gone: false };
}

function failed(before: Health, why: Safe, now: Instant): Health {
  const failures = before.failures + 1;
  return { ...before, failures, failingSince: before.failingSince ?? now, why, notBefore: afterFailure(failures, now) };
}
