import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { looksLikePageText, readPageText, type PageText } from '../../src/pages/index.ts';
import type { Block } from '../../src/news/index.ts';

const folder = new URL('../fixtures/pages/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));
const textOf = (name: string) => readFileSync(new URL(`${name}.txt`, folder), 'utf8');

/** What a reader would see of the page, line by line. */
function told({ article, pieces, site }: PageText): string {
  const day = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
  const facts = {
    title: article.title,
    site,
    publisher: article.publisher,
    byline: article.byline,
    'author note': article.authorNote,
    published: day(article.published),
    updated: day(article.updated),
    'picture caption': article.picture?.caption,
    'picture credit': article.picture?.credit,
    tags: article.tags.join(', ') || null,
  };
  return [
    ...Object.entries(facts).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    '',
    ...article.body.map(shown),
    '',
    ...pieces.flatMap((piece) => [
      '* ' + [piece.title, piece.byline, day(piece.published)].filter(Boolean).join(' / '),
      ...(piece.summary ? [`  ${piece.summary}`] : []),
    ]),
    '',
  ].join('\n');
}

function shown(block: Block): string {
  if (block.type === 'heading') return `## ${block.spans[0]?.text}`;
  if (block.type === 'alsoSee') return `[${block.wording}] -> ${block.spans[0]?.text}`;
  if (block.type === 'paragraph') return block.spans[0]?.text ?? '';
  return block.type;
}

describe('pages of many shapes', () => {
  test.each(names)('%s', (name) => {
    const { value, problems } = readPageText(textOf(name));
    expect(told(value)).toBe(readFileSync(new URL(`${name}.golden`, folder), 'utf8'));
    expect(problems).toEqual([]);
    expect(looksLikePageText(textOf(name))).toBe(name !== 'only-an-article');
  });
});

describe('what is not certain', () => {
  const page = (...lines: readonly string[]) => readPageText(lines.join('\n\n')).value;
  const body = (...lines: readonly string[]) => page('A Bridge Opens Over the Strait', ...lines).article;

  test('days named in the text are no date', () => {
    expect(body('The minister visited from April 21 to 22.', 'On Monday they met.').published).toBeNull();
  });

  test.each([
    'By the end of the year it will be full.',
    'Photo shops have closed all over the country.',
    'Source close to the minister spoke of a delay.',
    'Related parties were not asked.',
    'Share prices fell on Friday.',
    'Published figures tell another story.',
  ])('“%s” is a sentence like any other', (sentence) => {
    expect(body('The bridge opened.', sentence).body.map(shown)).toEqual(['The bridge opened.', sentence]);
  });

  test('an “Also see” without a title on its line takes the next one', () => {
    expect(body('The bridge opened.', 'Also see:', 'The Old Ferry', 'It is long.').links).toMatchObject([
      { relation: 'also-see', text: 'The Old Ferry', address: null },
    ]);
  });

  test.each([
    ['KINSHASA (Wire) — The bridge opened.', 'Kinshasa'],
    ['PORT ADELE: The bridge opened.', 'Port Adele'],
    ['The bridge opened.', null],
  ])('the place of “%s” is %s', (line, place) => {
    expect(body(line).place).toBe(place);
  });

  test('a name of the site after a bar is none of the title', () => {
    const { article, site } = page('A Bridge Opens Over the Strait | Strait Press', 'The bridge opened.');
    expect([article.title, site]).toEqual(['A Bridge Opens Over the Strait', 'Strait Press']);
  });
});

describe('texts that are hardly pages', () => {
  test.each(['', '\n\n', 'Share\nTweet\n', '\x1b]0;PWN\x07'.repeat(3)])(
    '%j gives an article without a failure',
    (text) => {
      const { value } = readPageText(text);
      expect(told(value)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
    },
  );

  test('no title is a problem', () => {
    expect(readPageText('Share').problems).toMatchObject([{ detail: 'has no line that could be a title' }]);
  });

  test.each([
    '# A heading\n\nShare',
    'See [this](a.md).\n\nRead more »',
    '---\ntitle: x\n---\nRead more',
    'Text with **weight**\n\nRead more',
    'Nothing but a sentence.',
  ])('%j is not taken for a page', (text) => {
    expect(looksLikePageText(text)).toBe(false);
  });

  test.each(['(', '[Image via ', 'a. ', '» ', 'By A ', '© ', '# ', 'Also see: '])(
    'a long line of %j is read at once',
    (part) => {
      expect(readPageText(part.repeat(100_000)).value.article.title).toBeTypeOf('string');
    },
  );
});
