// Lives here: everything that goes over the network: asking politely for one address at a time, within bounds.
// Does not live here: what a document says, how often it is asked for, or what is kept of it.
// Expected trouble is an answer in words, never thrown; no connection is made to an address that was not judged.
export { openWeb, type Web, type WebOptions } from './web.ts';
export type { Failure, Fetched, Freshness, WebRequest } from './fetched.ts';
