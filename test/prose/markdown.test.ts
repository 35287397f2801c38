import { expect, test } from 'vitest';
import { parseMarkdown, parsePlain, plainText, wordCount } from '../../src/prose/index.ts';
import { say } from '../../src/text/index.ts';
import { outline } from './outline.ts';

test.each([
  // Blocks
  ['a\nb', 'p(a b)'],
  ['# a #\n## *b*\nc', 'h1(a) h2(_b_) p(c)'],
  ['a\n=\nb\n-', 'h1(a) h2(b)'],
  ['#a', 'p(#a)'],
  ['***\n---\n_ _ _', 'rule rule rule'],
  ['    a\n\n      b\n\nc', 'code(a⏎⏎  b) p(c)'],
  ['\ta\tb', 'code(a\tb)'],
  ['```js x\na <b>\n```', 'code:js(a <b>)'],
  ['~~~~\na\n~~~\n~~~~', 'code(a⏎~~~)'],
  ['```\nno end', 'code(no end)'],
  ['``` c++{1}\n&lt;\n```', 'code:c++(&lt;)'],
  ['> a\nb\n>\n> > c', 'q(p(a b) q(p(c)))'],
  ['- a\n- b', 'ul(li(p(a)) li(p(b)))'],
  ['- a\n\n- b', 'ul+(li(p(a)) li(p(b)))'],
  ['- a\n\n  b\n    - c', 'ul+(li(p(a) p(b) ul(li(p(c)))))'],
  ['7) a\n8) b', 'ol7(li(p(a)) li(p(b)))'],
  ['- a\n* b', 'ul(li(p(a))) ul(li(p(b)))'],
  ['a\n- b', 'p(a) ul(li(p(b)))'],
  ['a\n2. b', 'p(a 2. b)'],
  ['- [ ] a\n- [x] b\n- [X] *c*\n- [] d', 'ul(lio(p(a)) lix(p(b)) lix(p(_c_)) li(p([] d)))'],
  ['- [ ] a\n\n- [x] b', 'ul+(lio(p(a)) lix(p(b)))'],
  ['-\n  a\n-', 'ul(li(p(a)) li())'],
  ['| a | b |\n|:-:|--|\n| 1 | `\\|` |\n| *2* |', 'table(a | b // 1 | `|` // _2_ | )'],
  ['a | b\n-|-\n1 | 2 | 3\n\nc', 'table(a | b // 1 | 2) p(c)'],
  // Words
  ['*a* __b__ ***c*** ~~d~~ ~e~ `f`', 'p(_a_ *b* *_c_* ~d~ ~e~ `f`)'],
  ['**a *b* c**', 'p(*a **_b_** c*)'],
  ['snake_case_word 5*3*2', 'p(snake_case_word 5_3_2)'],
  ['\\*a\\* \\\\ \\a', 'p(*a* \\ \\a)'],
  ['a  \nb\\\nc', 'p(a/b/c)'],
  ['a <br> b<br/><br>c', 'p(a/b//c)'],
  ['`` a ` b `` ``` ``c`` ```', 'p(`a ` b` ```c```)'],
  ['&copy;&nbsp;&#169;&#xA9; &amp;amp; &nope; &#0;', 'p(©\u00a0©© &amp; &nope; \ufffd)'],
  ['`&copy;`', 'p(`&copy;`)'],
  ['你好\n世界\nhello', 'p(你好世界 hello)'],
  // Links
  ['[a](b "c")', 'p([a](b))'],
  ['[a *b*](<b c>)', 'p([a ](b c)[_b_](b c))'],
  ['[a](b(c)d) [e](f\\)g)', 'p([a](b(c)d) [e](f)g))'],
  ['[a](b?x=1&amp;y=2)', 'p([a](b?x=1&y=2))'],
  ['[a][R] [R][] [r]\n\n[r]: /u (t)', 'p([a](/u) [R](/u) [r](/u))'],
  ['[a][none] [none]', 'p([a][none] [none])'],
  ['<http://a.b/?c&d> <a@b.c>', 'p([http://a.b/?c&d](http://a.b/?c&d) [a@b.c](mailto:a@b.c))'],
  ['http://a.b/c. (www.d.e)', 'p([http://a.b/c](http://a.b/c). ([www.d.e](http://www.d.e)))'],
  ['[a [b](c)](d)', 'p([a [b](c)](d))'],
  ['[](a.md)', 'p([a.md](a.md))'],
  ['[[A b]] [[c|*d*]] ![[e]]', 'p([A b](A b) [*d*](c) [e](e))'],
  ['| a |\n|-|\n| [[b\\|c]] |', 'table(a // [c](b))'],
  ['[a\u001b]0;x](j\u0007avascript:alert)', 'p([a]0;x](javascript:alert))'],
  // Images
  ['![a *b*](c "d")', 'figure(a b; d; c)'],
  ['![a](b)\n![c](d)', 'figure(a; ; b) figure(c; ; d)'],
  ['a ![b](c) [![d](e)](f)', 'p(a [b] [[d]](f))'],
  ['![[p.png|a map]]', 'figure(a map; ; p.png)'],
  // Footnotes
  ['a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n    x\n\n    Z', 'p(a[1] b[2] c[1]) notes(1: p(X x) p(Z); 2: p(Y))'],
  ['a[^none]', 'p(a[^none])'],
  ['a\n[^x]: X', 'p(a) notes(1: p(X))'],
  ['> a[^x]\n\n- [^x]: X[^y]\n\n[^y]: Y', 'q(p(a[1])) ul(li()) notes(1: p(X[2]); 2: p(Y))'],
  // Alerts
  ['> [!NOTE]\n> a', 'q(p(*Note*) p(a))'],
  ['> [!tip] a\n>\n> b', 'q(p(*Tip*) p(a) p(b))'],
  ['> [!other]\n> a', 'q(p([!other] a))'],
  // HTML
  ['<b>a <i>b</b> c</i>', 'p(*a **_b_*_ c_)'],
  ['a<!-- b -->c<script>d</script>e', 'p(ace)'],
  ['<a href="b&amp;c">d</a> <a name=e>f</a>', 'p([d](b&c) f)'],
  ['<img src=a alt="b &gt; c"> d <u>e</u> <q>f</q>', 'p([b > c] d e “f”)'],
  ['x<sup>2</sup> y<sub>10</sub> 5<sup>th</sup>', 'p(x² y₁₀ 5th)'],
  ['<div>\n<p>a<p>b\n<h3>c</h3>\n<img src=d alt=e><hr>\n</div>\n\n*f*', 'p(a) p(b) h3(c) figure(e; ; d) rule p(_f_)'],
  ['<!-- a\n\nb -->\n\nc', 'p(c)'],
  ['<style>\na\n</style>\n\nb', 'p(b)'],
  ['<!-- never closed\n\na', 'p(<!-- never closed a)'],
  ['<details>\n<summary>a</summary>\n\n- b\n\n</details>', 'p(a) ul(li(p(b)))'],
  ['<pre>\na  b\n c</pre>', 'code(a  b⏎ c)'],
  ['a < b, <c and <1>', 'p(a < b, <c and <1>)'],
  // Also see
  ['Also see: A title', 'also(Also see: [A title]())'],
  ['See also [a](b)', 'also(See also: [a](b))'],
  [
    '*Read more:* **[a](b)**, [c](d) and [[e]].',
    'also(Read more: [*a*](b)) also(Read more: [c](d)) also(Read more: [e](e))',
  ],
  ['[Related: a](b)', 'also(Related: [a](b))'],
  ['Also see: [a](b) which is long', 'p(Also see: [a](b) which is long)'],
  ['See also that the talks failed', 'p(See also that the talks failed)'],
  [`Also see: ${'long '.repeat(60)}`, `p(Also see: ${'long '.repeat(60).trim()})`],
  ['## See also\n\n- [a](b)\n- C', 'h2(See also) ul(li(p([a](b))) li(p([C]())))'],
  // Endings and nothing
  ['', ''],
  ['\ufeff\n \t\n', ''],
  ['a\r\nb\r\rc', 'p(a b) p(c)'],
])('%j is read as %s', (markdown, expected) => {
  expect(outline(markdown)).toBe(expected);
});

test('links keep the order in which they stand, with their relation and words', () => {
  const { links } = parseMarkdown('[a *b*](c)\n\nAlso see: D\n\n## Related\n\n- [e](f)\n- G\n- h [i](j)', say`a test`);
  expect(links).toEqual([
    { relation: 'inline', text: 'a b', address: 'c' },
    { relation: 'also-see', text: 'D', address: null },
    { relation: 'also-see', text: 'e', address: 'f' },
    { relation: 'also-see', text: 'G', address: null },
    { relation: 'inline', text: 'i', address: 'j' },
  ]);
});

test('plain text keeps what is said and where lines break, and no markup', () => {
  const { prose } = parseMarkdown(
    '# A\n\nb *c*  \nd\n\n- e\n- f\n\n| g | h |\n|--|--|\n| i | j |\n\nAlso see: K',
    say`a test`,
  );
  expect(plainText(prose)).toBe('A\n\nb c\nd\n\ne\nf\n\ng\nh\ni\nj\n\nAlso see: K');
});

test('text without markup is read as paragraphs, with its "Also see" lines', () => {
  const { prose, links } = parsePlain('A *title*\n\nLine one\nline two\n \t\nAlso See: B & C\r\n\r\n# not a heading');
  expect(plainText(prose)).toBe('A *title*\n\nLine one line two\n\nAlso See: B & C\n\n# not a heading');
  expect(links).toEqual([{ relation: 'also-see', text: 'B & C', address: null }]);
});

test.each([
  ['One two, three – four.', 4],
  ['It’s a well-known 5 km', 5],
  ['北京上海，广州', 3],
  ['中 and English', 3],
  ['한국어는 띄어쓰기', 2],
  ['', 0],
])('%j has %i words', (text, words) => {
  expect(wordCount(parseMarkdown(text, say`a test`).prose)).toBe(words);
});
