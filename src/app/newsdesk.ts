import type { Desk } from '../desk/index.ts';

/** What the errands ask of the desk. */
export type Newsdesk = Pick<Desk, 'takeInFile' | 'refresh' | 'find' | 'keepFeed' | 'openPage' | 'fetchWhole'>;
