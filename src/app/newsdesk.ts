import type { Desk } from '../desk/index.ts';

/** What the errands ask of the desk. */
export type Newsdesk = Pick<Desk, 'takeInFile' | 'refresh' | 'find' | 'keepFeed' | 'openPage' | 'fetchWhole'>;

/** Returns a desk that is opened when something is first asked of it: the first frame asks nothing. */
export function openedWhenAsked(open: () => Promise<Desk>): Newsdesk {
  return {
    takeInFile: async (...asked) => (await open()).takeInFile(...asked),
    refresh: async (...asked) => (await open()).refresh(...asked),
    find: async (...asked) => (await open()).find(...asked),
    keepFeed: async (...asked) => (await open()).keepFeed(...asked),
    openPage: async (...asked) => (await open()).openPage(...asked),
    fetchWhole: async (...asked) => (await open()).fetchWhole(...asked),
  };
}
