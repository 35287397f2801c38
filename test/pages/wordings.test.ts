import { describe, expect, test } from 'vitest';
import { readPageText } from '../../src/pages/index.ts';
import { aboutAuthors, bylines, desks, publishedWords, unnamedAuthors } from '../../src/pages/signatures.ts';
import { credits, listHeadings, pictureCredits, readMores, type Wordings } from '../../src/pages/wordings.ts';

const rowsOf = (wordings: Wordings) =>
  Object.entries(wordings).map(([language, row]) => [language, row.split(/\s*[|\n]\s*/)] as const);

function page(...below: readonly string[]) {
  const body = [
    'A Bridge Opens Over the Narrow Strait',
    'The bridge opened on Friday.',
    'It took nine years to build.',
  ];
  return readPageText([...body, ...below].join('\n\n')).value;
}

describe.each(rowsOf(listHeadings))('lists in %s', (language, headings) => {
  const [, more = []] = rowsOf(readMores).find(([known]) => known === language) ?? [];

  test.each(headings)('under “%s”', (heading) => {
    const { article, pieces } = page(
      heading.toUpperCase(),
      'The Old Ferry',
      'The Old Ferry',
      'It ran for a century.',
      `${more[0]} »`,
    );
    expect(pieces).toMatchObject([{ title: 'The Old Ferry', summary: 'It ran for a century.' }]);
    expect(article.body).toHaveLength(2);
  });

  test.each(more)('ended by “%s”', (words) => {
    const { pieces } = page(
      headings[0]!,
      'The Old Ferry',
      'It ran for a century',
      `${words} →`,
      'Two Islands',
      `Joined at last. ${words}`,
    );
    expect(pieces).toMatchObject([
      { title: 'The Old Ferry', summary: 'It ran for a century' },
      { title: 'Two Islands', summary: 'Joined at last.' },
    ]);
  });
});

describe.each(rowsOf(pictureCredits))('picture credits in %s', (_language, words) => {
  test.each(words)('“%s”', (wording) => {
    const { article } = page(`The bridge at dawn. [${wording}: Strait Press]`);
    expect(article.picture).toMatchObject({ caption: 'The bridge at dawn.', credit: 'Strait Press' });
    expect(article.body).toHaveLength(2);
  });
});

describe.each(rowsOf(credits))('credited publishers in %s', (_language, words) => {
  test.each(words)('“%s”', (wording) => {
    const { article } = page(`${wording}: The Strait Observer.`);
    expect(article.publisher).toBe('The Strait Observer');
    expect(article.body).toHaveLength(2);
  });
});

describe.each(rowsOf(bylines))('bylines in %s', (_language, words) => {
  test.each(words)('“%s”', (wording) => {
    expect(page(`${wording}: Ada Obi`).article.byline).toBe('Ada Obi');
  });
});

describe.each([...rowsOf(desks), ...rowsOf(unnamedAuthors)])('newsrooms in %s', (_language, words) => {
  test.each(words)('“%s”', (wording) => {
    const { article } = page('Source: Strait Press', wording, 'All the news of the strait.');
    expect(article).toMatchObject({ byline: wording, authorNote: 'All the news of the strait.' });
  });
});

describe.each(rowsOf(aboutAuthors))('notes on authors in %s', (_language, words) => {
  test.each(words)('under “%s”', (wording) => {
    expect(page(wording, 'Ada Obi', 'She writes on bridges.').article).toMatchObject({
      byline: 'Ada Obi',
      authorNote: 'She writes on bridges.',
    });
  });
});

describe.each(rowsOf(publishedWords))('dates in %s', (_language, words) => {
  test.each(words)('“%s”', (wording) => {
    expect(page(`${wording}: 2025-04-21`).article.published).toBe(Date.UTC(2025, 3, 21));
  });
});
