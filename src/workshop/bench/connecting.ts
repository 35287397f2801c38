import { answering } from '../related-protocol.ts';
import { drawing, wordOf } from './drawn-words.ts';

/** What connecting costs in a library of one size. Times in milliseconds, memory of the whole process in megabytes. */
export interface Cost {
  /** To file and connect one article, all that is put off included. */
  readonly filing: number;
  readonly median: number;
  readonly slow: number;
  readonly memory: number;
}

/** Articles added at once, and questions for what is related. */
const handful = 200;
const questions = 200;

/** Files so many articles as a desk does, asks for what is related to some of them, and returns what that took. */
export function costOfConnecting(articles: number): Cost {
  const newsroom = answering(() => process.memoryUsage().rss);
  try {
    const begun = performance.now();
    for (let first = 0; first < articles; first += handful) {
      const docs = Array.from({ length: Math.min(handful, articles - first) }, (_, place) => docOf(first + place));
      newsroom.answer({ op: 'add', docs });
    }
    const { rssMB } = newsroom.answer({ op: 'stats' }) as { readonly rssMB: number };
    const filing = (performance.now() - begun) / articles;
    const times = Array.from({ length: questions }, (_, question) => {
      const asked = performance.now();
      newsroom.answer({ op: 'related', id: idOf(Math.floor((question * articles) / questions)), limit: 10 });
      return performance.now() - asked;
    }).sort((one, other) => one - other);
    return { filing, median: times[questions / 2]!, slow: times[Math.floor(questions * 0.95)]!, memory: rssMB };
  } finally {
    newsroom.close();
  }
}

const idOf = (number: number): string => `article ${number}`;

/** An article of 350 words: some of all articles, some of those on its event, and a name of its own. 137 a day. */
function docOf(number: number) {
  const draw = drawing(number);
  const event = Math.floor(number / 9);
  const words = Array.from({ length: 350 }, (_, place) => {
    if (place % 40 === 7) return `Name${number}`;
    return place % 6 === 0 ? wordOf(event * 7 + draw(12)) : wordOf(Math.floor(draw(200) * draw(200) * 0.2));
  });
  const date = new Date(Date.UTC(2020, 0, 1) + Math.floor(number / 137) * 86_400_000).toISOString().slice(0, 10);
  const title = [...words.slice(0, 6), `Name${event}`].join(' ');
  return { id: idOf(number), title, body: words.join(' '), date, kind: 'news' as const };
}
