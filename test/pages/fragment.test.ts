import { expect, test } from 'vitest';
import { readMarkup } from '../../src/pages/index.ts';

test('a piece of HTML is blocks whose links are absolute, and a script in it is nothing', () => {
  const { body, links } = readMarkup('<p>A <a href="/b">ferry</a>.<script>x()</script><hr>', 'https://ouse.example/');
  expect(body.map(({ type }) => type)).toEqual(['paragraph', 'rule']);
  expect(links).toMatchObject([{ text: 'ferry', address: 'https://ouse.example/b' }]);
});
