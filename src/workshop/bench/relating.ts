import { costOfConnecting } from './connecting.ts';
import { told } from './ground.ts';
import type { Row } from './row.ts';

/** What it takes to find out how articles are connected, the last two rows of the goals for connection. */
export const relating: readonly Row[] = [1000, 10_000].map((articles) => ({
  what: `    An article filed and connected among ${articles.toLocaleString('en')}; what is related to one; memory`,
  goal: '≤ 5 ms; p50 ≤ 15, p95 ≤ 40 ms; ≤ 200 MB',
  async measure() {
    const { filing, median, slow, memory } = costOfConnecting(articles);
    return `${told(filing)} ms; p50 ${told(median)}, p95 ${told(slow)} ms; ${told(memory)} MB`;
  },
}));
