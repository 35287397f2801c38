import { describe, expect, test } from 'vitest';
import { writeBlocks } from '../../src/pages/html/write.ts';
import { readMarkup } from '../../src/pages/index.ts';
import { linesOf } from './web-shown.ts';

const shown = (html: string) => {
  const { body, links } = readMarkup(html, 'https://tide.example/a/');
  return linesOf(body, links);
};

describe('elements become blocks', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['text without paragraphs', '<div>One.<br><br>Two.</div>', ['One.', 'Two.']],
    ['a single break', '<p>Roses<br>Violets</p>', ['Roses /Violets']],
    ['headings', '<h2>A <em>fine</em> day</h2>', ['## A _fine_ day']],
    ['a heading with blocks in it', '<h2><div>A fine</div><div>day</div></h2>', ['## A fine day']],
    ['styles', '<p><b>a</b> <i>b</i> <del>c</del> <code>d</code></p>', ['*a* _b_ ~c~ `d`']],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', ['- a', '  - b', '- c']],
    ['numbers', '<ol start="3"><li>a</li><li>b</li></ol>', ['3. a', '4. b']],
    ['entries outside a list', '<div><li>a</li><li>b</li></div>', ['- a', '- b']],
    ['quotes', '<blockquote><p>a</p><p>b</p></blockquote>', ['> a', '> b']],
    ['quoted words', '<p>He said <q>no</q>.</p>', ['He said “no”.']],
    ['code', '<pre><code class="language-js">a\n  b\n</code></pre>', ['code js', '    a', '      b']],
    ['code whose lines are elements', '<pre><div>a</div><div>b</div></pre>', ['code', '    a', '    b']],
    ['code without the numbers of its lines', '<pre><span class="lineno">1</span>a</pre>', ['code', '    a']],
    ['tables', '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>', ['| A | B |', '| 1 | 2 |']],
    ['tables that only place text', '<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>', ['One.', 'Two.']],
    [
      'a cell over two columns',
      '<table><tr><th colspan="2">A</th></tr><tr><td>1</td><td>2</td></tr></table>',
      ['| A |  |', '| 1 | 2 |'],
    ],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', ['*a*', 'b']],
    ['rules', '<p>a</p><hr><p>b</p>', ['a', '---', 'b']],
    ['formulas', '<p>so <math alttext="x^2"><mi>x</mi></math> is</p>', ['so `x^2` is']],
    ['formulas of scripts', '<p>so <script type="math/tex">x^2</script> is</p>', ['so `x^2` is']],
  ])('%s', (_, html, lines) => expect(shown(html)).toEqual(lines));
});

describe('pictures', () => {
  test.each([
    [
      'with caption and credit',
      '<figure><img src="p.jpg" alt="A lamp"><figcaption>The lamp <span class="credit">Bo Lin</span></figcaption></figure>',
      ['figure "A lamp" <https://tide.example/a/p.jpg> The lamp / Bo Lin'],
    ],
    [
      'with the credit at the end of the caption',
      '<figure><img src="p.jpg"><figcaption>The lamp (Photo: Bo Lin)</figcaption></figure>',
      ['figure "" <https://tide.example/a/p.jpg> The lamp / Bo Lin'],
    ],
    [
      'in a paragraph stand below it',
      '<p>a <img src="p.jpg"> b</p>',
      ['a b', 'figure "" <https://tide.example/a/p.jpg>  / null'],
    ],
    [
      'that are loaded late',
      '<img src="data:image/gif;base64,R0lG" data-src="/p.jpg">',
      ['figure "" <https://tide.example/p.jpg>  / null'],
    ],
    [
      'of a set: the largest',
      '<img srcset="s.jpg 300w, l.jpg 900w">',
      ['figure "" <https://tide.example/a/l.jpg>  / null'],
    ],
    ['too small to be looked at are left out', '<p>a <img src="p.gif" width="1" height="1"></p>', ['a']],
  ])('%s', (_, html, lines) => expect(shown(html)).toEqual(lines));
});

describe('links', () => {
  test.each([
    ['are made absolute', '<a href="../b">b</a>', ['{b}<https://tide.example/b>']],
    ['that would run a program are words', '<a href="javascript:alert(1)">b</a>', ['b']],
    ['with a tab in the scheme are words', '<a href="java\tscript:alert(1)">b</a>', ['b']],
    ['of data are words', '<a href="data:text/html,x">b</a>', ['b']],
    ['to a mailbox are words', '<a href="mailto:a@b.example">b</a>', ['b']],
    ['to a place on the page are words', '<a href="#top">b</a>', ['b']],
    [
      'around blocks hold all of them',
      '<a href="/b"><h3>One</h3><p>Two</p></a>',
      ['### {One}<https://tide.example/b>', '{Two}<https://tide.example/b>'],
    ],
    [
      'after a wording are related',
      '<p>See also: <a href="/b">The other lamp</a></p>',
      ['[See also] -> {The other lamp}<https://tide.example/b>'],
    ],
  ])('%s', (_, html, lines) => expect(shown(html)).toEqual(lines));

  test('without words are not counted', () => {
    expect(readMarkup('<a href="/x"><img src="/y.jpg"></a><a href="/b">b</a>', 'https://tide.example/').links).toEqual([
      { relation: 'inline', text: 'b', address: 'https://tide.example/b' },
    ]);
  });
});

test('footnotes are known by the links that lead to them', () => {
  const html =
    '<p>A claim<sup><a href="#n1">1</a></sup>, and another<sup><a href="#n2">2</a></sup>.</p><div><p id="n1">One. <a href="#r1">↩</a></p><p id="n2">Two.</p></div>';
  expect(shown(html)).toEqual(['A claim[1], and another[2].', '(1) One.', '(2) Two.']);
});

test('blocks are written as HTML that holds no more than they do', () => {
  const html =
    '<p onclick="x()">a <b style="x">&lt;b&gt;</b> <a href="/c" onmouseover="x()">c</a></p><script>x()</script><ul><li>d</li></ul><figure><img src="/p.jpg" alt="&quot;" onerror="x()"><figcaption>e</figcaption></figure>';
  const { body, links } = readMarkup(html, 'https://tide.example/');
  expect(writeBlocks(body, links)).toBe(
    [
      '<p>a <strong>&lt;b&gt;</strong> <a href="https://tide.example/c">c</a></p>',
      '<ul><li><p>d</p></li></ul>',
      '<figure><img src="https://tide.example/p.jpg" alt="&quot;"><figcaption>e</figcaption></figure>',
    ].join('\n'),
  );
});
