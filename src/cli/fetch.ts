import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Fetched } from '../web/index.ts';
import type { Complaint, Context } from './verb.ts';

/** What the command line takes for a web address: a scheme and two slashes. Whether it is followed is judged with the rest. */
export function isTypedAddress(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(word);
}

/** A document from the web, and where it was found in the end. */
export interface FromWeb {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly address: string;
}

/**
 * Asks for an address that the reader typed, and returns the document or why there is none. As it was typed, it may lie in
 * the reader's own network; where it leads from there may not. Resolves within the web's deadline, or when Ctrl-C ends it.
 */
export async function fetchTyped(address: string, context: Context): Promise<FromWeb | Complaint> {
  const web = await context.web();
  const fetched = await web.get({ address, mayBePrivate: true }, context.interrupt());
  if (fetched.type === 'document') return fetched;
  const kind = fetched.type === 'failed' && fetched.kind === 'address' ? 'address' : 'network';
  return { kind, where: cleanLine(address), detail: whyNot(fetched) };
}

function whyNot(fetched: Exclude<Fetched, { type: 'document' }>): Safe {
  switch (fetched.type) {
    case 'failed':
    case 'later':
      return fetched.why;
    case 'gone':
      return say`It was removed for good, says the server.`;
    case 'unchanged':
      return say`The server says that nothing has changed, though nothing was known of it.`;
    case 'cancelled':
      return say`It was not waited for.`;
  }
}
