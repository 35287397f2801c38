import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { call, callJson } from './call.ts';
import { village } from './village.ts';

test('mark tells what changed and what was so already', async () => {
  const library = village();
  const { code, out } = await call(['mark', 'bridge-opens', 'bridge-costs', '--read', '--bookmark'], { library });
  expect({ code, out }).toEqual({ code: 0, out: 'Marked read and bookmarked: bridge-opens, bridge-costs\n' });
  const again = await callJson(['mark', 'bridge-o', 'ferry', '--read'], { library });
  expect(again.envelope.data).toEqual({ changed: ['ferry-stopped'], unchanged: ['bridge-opens'] });
  expect((await call(['list', 'unread'], { library })).out).toMatch(/^crossings .*\n$/);
});

test('tags are given to articles and taken from them, and the words tell which', async () => {
  const library = village();
  const given = await call(['mark', 'bridge-opens', 'ferry', '--tag', 'boats', '--tag', 'north'], { library });
  expect(given.out).toBe('Marked #boats and #north: bridge-opens, ferry-stopped\n');
  const taken = await call(['mark', '--where', 'title:bridge', '--untag', 'boats'], { library });
  expect(taken.out).toMatch(/^Marked not #boats: \d articles?\n$/);
});

test('one wrong reference, and nothing is marked', async () => {
  const library = village();
  const { code, out, err } = await call(['mark', 'crossings', 'bridge', 'nothing', '--read'], { library });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe(`Nothing was marked.
bridge: Several articles begin so: bridge-opens, bridge-costs. Write more of the id.
nothing: No article here has this id, path or address. "alsosee search" finds articles by their words.
`);
  expect((await callJson(['show', 'crossings'], { library })).envelope.data).toMatchObject({
    status: { read: 'unread' },
  });
});

test('the state that is exported can be imported into another library', async () => {
  const before = village();
  await call(['mark', 'bridge-opens', '--bookmark'], { library: before });
  const { out } = await call(['export', 'state'], { library: before });
  expect(JSON.parse(out)).toMatchObject({ format: 'alsosee-state', version: 1 });
  expect(JSON.parse(out).articles).toContainEqual({
    id: 'ferry-stopped',
    title: 'Why the ferry stopped',
    address: null,
    read: 'reading',
    bookmarked: false,
    progress: 0.42,
    place: null,
    tags: [],
    readAt: '2025-04-18T18:13:20.000Z',
    bookmarkedAt: null,
  });
  const file = join(mkdtempSync(join(tmpdir(), 'state-')), 'state.json');
  writeFileSync(file, out);
  const imported = await callJson(['import', file], { library: village(), desk: {} });
  expect(imported.envelope.data).toEqual({ articles: [], pieces: [], marked: ['bridge-opens'], carried: [] });
});

test.each([
  { text: '{', says: 'The file holds nothing that is known here.' },
  { text: '[1]', says: 'The file holds nothing that is known here.' },
  { text: 'null', says: 'The file holds nothing that is known here.' },
])('$text is no state', async ({ text, says }) => {
  const file = join(mkdtempSync(join(tmpdir(), 'state-')), 'state.json');
  writeFileSync(file, text);
  const { code, err } = await call(['import', file], { library: village(), desk: {} });
  expect(code).toBe(1);
  expect(err).toContain(says);
});

test('bookmarks are a Markdown list', async () => {
  const library = village();
  await call(['mark', 'bridge-opens', '--bookmark'], { library });
  expect((await call(['export', 'bookmarks'], { library })).out).toBe(`# Bookmarks

- [Bridge opens four years late](https://ouse.example/bridge?a=1) — The Ouse Post, 2025-04-21 (bridge-opens)
- A history of crossings — Also See (crossings)
`);
});

test('an article is exported with its metadata', async () => {
  expect((await call(['export', 'bridge-opens'], { library: village() })).out).toBe(`---
id: bridge-opens
title: Bridge opens four years late
summary: The village is one again.
byline: Ada Marsh
source: The Ouse Post
url: https://ouse.example/bridge?a=1
published: 2025-04-21T09:30:00.000Z
tags:
  - bridge
  - Ouse
alsoSee:
  - What the mill said
background:
  - crossings
---

The bridge over the Ouse opened on **Monday**, four years late. The [council’s account](https://council.example/floods) names the floods.

Also see: Why the ferry stopped
`);
});
