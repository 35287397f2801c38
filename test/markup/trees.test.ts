import { describe, expect, test } from 'vitest';
import { parseHtml, parseXml, sanitise, textOf, writeHtml } from '../../src/markup/index.ts';

describe('HTML is put in order', () => {
  test.each([
    ['paragraphs', '<p>a<p>b', '<p>a</p><p>b</p>'],
    ['a list', '<ul><li>a<li>b<ul><li>c</ul></ul>', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    [
      'a table',
      '<table><tr><td>a<td>b<tr><td>c</table>d',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d',
    ],
    ['terms', '<dl><dt>a<dd>b<dt>c</dl>', '<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>'],
    ['tags that cross', '<b>a<i>b</b>c</i>', '<b>a<i>b</i></b>c'],
    ['end tags of nothing', 'a</p></b></td>b', 'ab'],
    ['a link in a link', '<a href="1">a<a href="2">b</a>', '<a href="1">a</a><a href="2">b</a>'],
    ['an end tag beyond its cell', '<b><table><td>a</b></td></table>c', '<b><table><td>a</td></table>c</b>'],
    ['slashes', '<br/>a<p/>b<a name="x"/>c', '<br>a<p></p>b<a name="x"></a>c'],
    ['signs that are no tags', '1 < 2 <3 & c > d', '1 &lt; 2 &lt;3 &amp; c &gt; d'],
    ['attributes', '<a HREF=x b\tc="1" d=\'2\'e=3>t</a>', '<a href="x" b="" c="1" d="2" e="3">t</a>'],
    ['references', '&copy &lt;b&gt; &#x41; &#150;', '© &lt;b&gt; A –'],
    ['an address', '<a href="?a&copy=1&amp;b">x</a>', '<a href="?a&amp;copy=1&amp;b">x</a>'],
    ['comments', 'a<!-- <b> -->b<!-->c', 'abc'],
    ['a tag that is cut', 'a<b', 'a<b></b>'],
  ])('%s', (_, html, expected) => {
    expect(writeHtml(parseHtml(html).nodes)).toBe(expected);
  });

  test('and is the same when it was written and read again', () => {
    const once = writeHtml(parseHtml('<p>a <b>&lt;i&gt;</b>"q"<img alt=\'"&\'><pre>\n x</pre>').nodes);
    expect(writeHtml(parseHtml(once).nodes)).toBe(once);
  });
});

describe('XML is read', () => {
  test.each([
    ['with what it declares', '<!DOCTYPE a [<!ENTITY b "c&amp;d">]><a>&b;</a>', '<a>c&amp;d</a>'],
    [
      'without multiplying it',
      '<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]><a>&c;</a>',
      '<a>&amp;b;&amp;b;</a>',
    ],
    ['with CDATA', '<a><![CDATA[<b>&amp;]]></a>', '<a>&lt;b&gt;&amp;amp;</a>'],
    ['with bare signs', '<a>b & c &nosuch; < d</a>', '<a>b &amp; c &amp;nosuch; &lt; d</a>'],
    ['though it is cut', '<a><b>c', '<a><b>c</b></a>'],
    ['though an end tag is missing', '<a><b>c</a>d', '<a><b>c</b></a>d'],
    ['in any case', '<A><b>c</B></a>', '<a><b>c</b></a>'],
  ])('%s', (_, xml, expected) => {
    expect(writeHtml(parseXml(xml).nodes)).toBe(expected);
  });

  test('names have the address of their namespace, or the prefix that nobody declared', () => {
    const [element] = parseXml('<x:a xmlns:x="urn:x" x:b="1"><y:c/></x:a>').nodes;
    expect(element).toMatchObject({ name: 'a', space: 'urn:x', children: [{ name: 'c', space: 'y' }] });
    expect(typeof element === 'object' && element.attributes.get('b')).toBe('1');
  });
});

describe('bounds', () => {
  const bounds = { depth: 3, elements: 5 };
  test.each([
    ['depth', '<a><b><c><d>x</d>', '<a><b><c><d></d>x</c></b></a>', false],
    ['elements', '<i>1</i>'.repeat(9), '<i>1</i>'.repeat(5), true],
  ])('on %s', (_, text, expected, cut) => {
    for (const markup of [parseHtml(text, bounds), parseXml(text, bounds)]) {
      expect([writeHtml(markup.nodes), markup.cut]).toEqual([expected, cut]);
    }
  });
});

describe('only what may be read is left', () => {
  const safe = (html: string) => writeHtml(sanitise(parseHtml(html).nodes, 'https://a.example/b/'));

  test.each([
    ['a<script>b</script><style>c</style>d', 'ad'],
    ['<p onclick="x()" style="x" class="y">a</p>', '<p>a</p>'],
    ['<a href="javascript:x()">a</a><a href=" java\nscript:x()">b</a>', '<a>a</a><a>b</a>'],
    ['<a href="vbscript:x">a</a><a href="data:text/html,x">b</a>', '<a>a</a><a>b</a>'],
    [
      '<a href="../c">a</a><a href="#n">b</a>',
      '<a href="https://a.example/c">a</a><a href="https://a.example/b/#n">b</a>',
    ],
    ['<img src="c.png" onerror=x alt=C><img alt="none">', '<img src="https://a.example/b/c.png" alt="C">'],
    ['<img src="data:image/gif;base64,x" data-src="late.jpg">', '<img src="https://a.example/b/late.jpg">'],
    ['<img srcset="s.jpg 1x, l.jpg 2x">', '<img src="https://a.example/b/s.jpg">'],
    ['<iframe src="https://v.example">see <b>it</b></iframe>', 'see <b>it</b>'],
    ['<object data="x"><embed src="y">a</object><form><input value="v">b</form>', 'ab'],
    ['<svg><title>A map</title><style>x</style><path d="M0"/></svg>', 'A map'],
    ['<html><head><title>t</title></head><body><blink>a</blink></body></html>', 'a'],
    ['<td colspan="2" rowspan="<b>">a</td>', '<td colspan="2">a</td>'],
    ['<base href="https://z.example/"><a href="y">a</a>', '<a href="https://z.example/y">a</a>'],
    ['a\u001b[2J\u202eb', 'a[2Jb'],
    ['<code class="language-ts">x</code>', '<code class="language-ts">x</code>'],
  ])('%s', (html, expected) => {
    expect(safe(html)).toBe(expected);
  });

  test('without a base, a relative address stays as it is', () => {
    expect(writeHtml(sanitise(parseHtml('<a href="/c">a</a><a href="x:y">b</a>').nodes, null))).toBe(
      '<a href="/c">a</a><a>b</a>',
    );
  });
});

test('the words of a tree are on one line, blocks apart', () => {
  expect(textOf(parseHtml('<h1>A</h1><p>b<br>c</p>d<script>e</script>').nodes)).toBe('A b c d');
});
