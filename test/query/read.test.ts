import { describe, expect, test } from 'vitest';
import { readQuery, writeQuery } from '../../src/query/index.ts';
import type { Condition } from '../../src/news/index.ts';

const now = Date.UTC(2025, 3, 21, 12);
const day = 86_400_000;
const read = (text: string) => readQuery(text, { now });

const word = (words: string): Condition => ({ type: 'text', words });
const unread: Condition = { type: 'read', states: ['unread', 'reading'] };

describe('a query', () => {
  test.each<[string, readonly Condition[]]>([
    ['', []],
    ['rwanda', [word('rwanda')]],
    ['rwanda congo', [word('rwanda'), word('congo')]],
    ['rwanda AND congo', [word('rwanda'), word('congo')]],
    ['"peace talks"', [{ type: 'text', words: 'peace talks', exactly: true }]],
    ['pak*', [{ type: 'text', words: 'pak', begins: true }]],
    ['"peace tal"*', [{ type: 'text', words: 'peace tal', begins: true, exactly: true }]],
    ['title:rwanda', [{ type: 'text', words: 'rwanda', within: 'title' }]],
    ['Title:rwanda', [{ type: 'text', words: 'rwanda', within: 'title' }]],
    ['body:"peace talks"', [{ type: 'text', words: 'peace talks', within: 'body', exactly: true }]],
    ['author:"N. Desk"', [{ type: 'text', words: 'N. Desk', within: 'author', exactly: true }]],
    ['source:bbc', [{ type: 'from', name: 'bbc' }]],
    ['source:=bbc', [{ type: 'source', source: 'bbc' as never }]],
    ['source:"The Express Tribune"', [{ type: 'from', name: 'The Express Tribune' }]],
    ['tag:trade', [{ type: 'tag', tag: 'trade' }]],
    ['tag:"foreign policy"', [{ type: 'tag', tag: 'foreign policy' }]],
    ['link:https://www.bbc.co.uk/news/', [{ type: 'link', to: 'bbc.co.uk/news' }]],
    ['link:rwanda-talks', [{ type: 'link', to: 'rwanda-talks' }]],
    ['lang:pt-BR', [{ type: 'language', language: 'pt-br' }]],
    ['kind:backgrounder', [{ type: 'kind', kind: 'backgrounder' }]],
    ['story:12', [{ type: 'story', story: 12 as never }]],
    ['is:unread', [unread]],
    ['is:UNREAD', [unread]],
    ['is:new', [{ type: 'read', states: ['unread'] }]],
    ['is:reading', [{ type: 'read', states: ['reading'] }]],
    ['is:read', [{ type: 'read', states: ['read'] }]],
    ['-is:read', [unread]],
    ['is:bookmarked', [{ type: 'bookmarked' }]],
    ['is:followed', [{ type: 'followed' }]],
    ['is:corrected', [{ type: 'corrected' }]],
    ['is:muted', [{ type: 'muted' }]],
    ['is:opened', [{ type: 'opened' }]],
    ['has:image', [{ type: 'has', what: 'image' }]],
    ['after:2025-04-01', [{ type: 'published', from: Date.UTC(2025, 3, 1), until: null, said: 'after:2025-04-01' }]],
    ['before:2025', [{ type: 'published', from: null, until: Date.UTC(2025, 0, 1), said: 'before:2025' }]],
    ['after:2025-4', [{ type: 'published', from: Date.UTC(2025, 3, 1), until: null, said: 'after:2025-4' }]],
    ['after:today', [{ type: 'published', from: Date.UTC(2025, 3, 21), until: null, said: 'after:today' }]],
    ['age:<7d', [{ type: 'published', from: now - 7 * day, until: null, said: 'age:<7d' }]],
    ['age:7d', [{ type: 'published', from: now - 7 * day, until: null, said: 'age:7d' }]],
    ['age:>2w', [{ type: 'published', from: null, until: now - 14 * day, said: 'age:>2w' }]],
    ['age:1d..3d', [{ type: 'published', from: now - 3 * day, until: now - day, said: 'age:1d..3d' }]],
    ['words:>1500', [{ type: 'length', least: 1501, most: null }]],
    ['words:<=300', [{ type: 'length', least: null, most: 300 }]],
    ['words:300..900', [{ type: 'length', least: 300, most: 900 }]],
    ['/nduh\\w+/', [{ type: 'pattern', pattern: 'nduh\\w+' }]],
    ['title:/^a b/', [{ type: 'pattern', pattern: '^a b', within: 'title' }]],
    ['/a\\/b/', [{ type: 'pattern', pattern: 'a\\/b' }]],
    ['rwanda OR congo', [{ type: 'any', conditions: [word('rwanda'), word('congo')] }]],
    ['a1 b1 OR c1', [{ type: 'any', conditions: [{ type: 'all', conditions: [word('a1'), word('b1')] }, word('c1')] }]],
    ['a1 (b1 OR c1)', [word('a1'), { type: 'any', conditions: [word('b1'), word('c1')] }]],
    ['-rwanda', [{ type: 'not', condition: word('rwanda') }]],
    ['NOT rwanda', [{ type: 'not', condition: word('rwanda') }]],
    ['--rwanda', [word('rwanda')]],
    ['-(a1 b1)', [{ type: 'not', condition: { type: 'all', conditions: [word('a1'), word('b1')] } }]],
    ['is:read OR is:unread', [{ type: 'read', states: ['unread', 'reading', 'read'] }]],
    ['((rwanda))', [word('rwanda')]],
    ['re-election', [word('re-election')]],
    ['10:30', [word('10:30')]],
    ['Rwanda: talks', [word('Rwanda:'), word('talks')]],
    ['or and not', [word('or'), word('and'), word('not')]],
    ['外交', [word('外交')]],
    ['tag:"say \\"hi\\""', [{ type: 'tag', tag: 'say "hi"' }]],
  ])('%j', (text, wanted) => {
    const { value, mistake } = read(text);
    expect(mistake).toBeNull();
    expect(value.conditions).toEqual(wanted);
    // What is written again means the same.
    expect(read(writeQuery(value)).value).toEqual(value);
  });
});

describe('while it is typed', () => {
  const typing = (text: string) => readQuery(text, { now, typing: true });
  test.each<[string, readonly Condition[]]>([
    ['rwan', [{ type: 'text', words: 'rwan', begins: true }]],
    ['rw', []],
    ['rwanda ', [word('rwanda')]],
    ['rwanda co', [word('rwanda')]],
    ['外', [word('外')]],
    ['rwanda OR', [word('rwanda')]],
    ['rwanda OR ', [word('rwanda')]],
    ['rwanda -', [word('rwanda')]],
    ['"peace ta', [{ type: 'text', words: 'peace ta', exactly: true }]],
    [
      '(rwanda OR congo',
      [{ type: 'any', conditions: [word('rwanda'), { ...word('congo'), begins: true } as Condition] }],
    ],
    ['title:', []],
    ['title:rwa', [{ type: 'text', words: 'rwa', within: 'title', begins: true }]],
    ['is:unr', []],
    ['is:', []],
    ['after:2025-0', []],
    ['before:yest', []],
    ['words:300..', []],
    ['age:<', []],
    ['sort:ol', []],
    ['/nduh', []],
    ['tag:tra', [{ type: 'tag', tag: 'tra', begins: true }]],
    ['source:trib', [{ type: 'from', name: 'trib', begins: true }]],
  ])('%j is no mistake yet', (text, wanted) => {
    const { value, mistake } = typing(text);
    expect(mistake).toBeNull();
    expect(value.conditions).toEqual(wanted);
  });

  test.each([
    'is:x',
    'foo:bar',
    'rwanda )',
    'OR b',
    'sort:x',
    '/(/',
    '()',
    'is:unread sort:oldest sort:title',
    'after:2025-04-0x',
    'age:<x',
    'words:>1k',
  ])('%j is one', (text) => expect(typing(text).mistake).not.toBeNull());
});

test('the order is told apart from what is asked for', () => {
  expect(read('sort:oldest rwanda').value).toEqual({ conditions: [word('rwanda')], sort: 'oldest' });
  expect(writeQuery({ conditions: [word('rwanda')], sort: 'longest' })).toBe('rwanda sort:longest');
});

test('days begin where the reader is', () => {
  const there = readQuery('after:2025-04-21', { now, zone: 'Asia/Tokyo' }).value.conditions[0];
  expect(there).toMatchObject({ from: Date.UTC(2025, 3, 20, 15) });
});
