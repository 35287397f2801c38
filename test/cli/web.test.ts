import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Source } from '../../src/news/index.ts';
import { openNewsstand, type Answers } from '../desk/newsstand.ts';
import { call, callJson, type Setting } from './call.ts';

const feed = (title: string, ...entries: readonly string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${entries
    .map((entry) => `<item><guid isPermaLink="false">${entry}</guid><title>${entry}</title></item>`)
    .join('')}</channel></rss>`;

const page = (head: string, title = 'The tide turns') =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${'<p>The water goes out and leaves the boats on the sand, and after a while it comes back again.</p>'.repeat(
    8,
  )}</article></body></html>`;

const link = (path: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}">`;

/** A site with feeds and pages, and a library without any source. */
async function open(answers: Answers = {}) {
  const stand = await openNewsstand({
    '/tides.xml': feed('Tides', 'Ebb', 'Flood'),
    '/winds.xml': feed('Winds', 'Gale'),
    '/one': page(link('/tides.xml', 'All tides')),
    '/two': page(link('/tides.xml', 'All tides') + link('/winds.xml', 'The winds')),
    '/plain': page(''),
    ...answers,
  });
  const setting: Setting = { library: stand.library, desk: stand.desk };
  const kept = () => stand.library.sources().filter((source: Source) => source.kept);
  return { ...stand, setting, kept, says: (text: string) => text.replaceAll(stand.root, 'http://site') };
}

test('add keeps a feed under the name that it gives itself, or the one that is given', async () => {
  const { root, setting, kept } = await open();
  expect(await call(['add', `${root}/tides.xml`], setting)).toEqual({
    code: 0,
    out: 'Tides: 2 new, 0 changed\n',
    err: '',
  });
  await call(['add', `${root}/winds.xml`, '--name', 'Wind', '--tag', 'sea', '--tag', 'air', '--whole'], setting);
  expect(kept()).toMatchObject([
    { kind: 'feed', name: 'Tides', tags: [], whole: false },
    { kind: 'feed', name: 'Wind', tags: ['sea', 'air'], whole: true },
  ]);
});

test('add again changes nothing but what is asked for', async () => {
  const { root, setting, kept } = await open();
  await call(['add', `${root}/tides.xml`, '--name', 'Mine'], setting);
  expect((await call(['add', `${root}/tides.xml`, '--tag', 'sea'], setting)).out).toBe('Mine: nothing new\n');
  expect(kept()).toMatchObject([{ name: 'Mine', tags: ['sea'] }]);
});

test('add keeps the one feed that a page offers', async () => {
  const { root, setting, kept } = await open();
  expect((await call(['add', `${root}/one`], setting)).out).toBe('Tides: 2 new, 0 changed\n');
  expect(kept()).toMatchObject([{ location: `${root}/tides.xml` }]);
});

test('a page without feeds is kept as an article', async () => {
  const { root, setting, kept } = await open();
  const { envelope } = await callJson(['add', `${root}/plain`, '--tag', 'sea'], setting);
  expect(envelope.data).toMatchObject({
    articles: [{ title: 'The tide turns', status: { tags: ['sea'] } }],
    sources: [],
  });
  expect(kept()).toMatchObject([{ kind: 'page', location: `${root}/` }]);
});

test('what cannot be added is told with the reason: exit 1', async () => {
  const { root, setting, says } = await open();
  const { code, out, err } = await call(['add', `${root}/nothing`], setting);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(says(err)).toMatch(/^http:\/\/site\/nothing: .+\n$/);
});

test('refresh tells what is new, and what failed', async () => {
  const { root, setting, answers } = await open();
  await call(['add', `${root}/tides.xml`, `${root}/winds.xml`], setting);
  answers['/tides.xml'] = feed('Tides', 'Ebb', 'Flood', 'Spring tide');
  delete answers['/winds.xml'];
  const { code, out, err } = await call(['refresh'], setting);
  expect({ code, out }).toEqual({
    code: 0,
    out: 'Tides: 1 new, 0 changed\nWinds: nothing new\nAsked 2 feeds: 1 new article, 0 changed, 1 failed\n',
  });
  expect(err).toMatch(/^Winds: .+\n$/);
  const { envelope } = await callJson(['refresh', '--source', 'tides'], setting);
  expect(envelope.data).toMatchObject({ sources: [{ added: 0 }], round: { asked: 1, unchanged: 1 } });
  expect((await call(['refresh', '--source', 'Winds'], setting)).code).toBe(1);
});

test('refresh leaves alone what is paused, but for --all or its name', async () => {
  const { root, setting, library, answers } = await open();
  await call(['add', `${root}/tides.xml`], setting);
  library.changeSource(library.sources()[0]!.id, { paused: true });
  answers['/tides.xml'] = feed('Tides', 'Ebb', 'Flood', 'Neap tide');
  expect((await call(['refresh'], setting)).err).toBe(
    'All sources are paused. "alsosee refresh --all" asks them all the same.\n',
  );
  expect((await call(['refresh', '--all'], setting)).out).toBe('Tides: 1 new, 0 changed\n');
});

test('Ctrl-C ends a refresh: exit 130, and what was filed stays', async () => {
  const press = new AbortController();
  const { root, setting, library, answers } = await open();
  await call(['add', `${root}/tides.xml`, `${root}/winds.xml`], setting);
  answers['/tides.xml'] = feed('Tides', 'Ebb', 'Flood', 'Spring tide');
  answers['/winds.xml'] = () => press.abort();
  const { code, err } = await call(['refresh'], { ...setting, interrupted: press.signal });
  expect({ code, err }).toEqual({ code: 130, err: 'Interrupted. What was filed before stays.\n' });
  expect(library.sources()).toHaveLength(2);
});

test('Ctrl-C while an address is inspected: exit 130', async () => {
  const press = new AbortController();
  const { root, setting } = await open({ '/slow': () => press.abort() });
  const web = async () => (await import('../../src/web/index.ts')).openWeb({ userAgent: 'Reader/1', now: () => 0 });
  const { code } = await call(['inspect', `${root}/slow`], {
    ...setting,
    interrupted: press.signal,
    context: { web },
  });
  expect(code).toBe(130);
});

test('an address without a verb: the headlines of a feed, or the article of a page; neither is kept', async () => {
  const { root, setting, kept } = await open();
  expect((await callJson([`${root}/tides.xml`], setting)).envelope.data).toMatchObject([
    { title: 'Ebb' },
    { title: 'Flood' },
  ]);
  const { envelope } = await callJson([`${root}/two`], setting);
  expect(envelope.data).toMatchObject({
    title: 'The tide turns',
    markdown: expect.stringContaining('boats') as string,
  });
  expect(kept()).toEqual([]);
});

test('what was opened by its address is read again without the web', async () => {
  const { root, setting, answers } = await open();
  await call([`${root}/plain`], setting);
  delete answers['/plain'];
  const { code, out } = await call([`${root}/plain`], setting);
  expect({ code, out: out.includes('boats') }).toEqual({ code: 0, out: true });
  expect((await call(['show', `${root}/plain`], setting)).code).toBe(0);
  expect((await call(['links', `${root}/two`], setting)).err).toContain(`"alsosee ${root}/two" fetches it.`);
});

test('the library lists what is kept, and pages that were opened', async () => {
  const { root, setting } = await open();
  await call(['add', `${root}/tides.xml`], setting);
  await call([`${root}/plain`], setting);
  await call([`${root}/winds.xml`], setting);
  const { envelope } = await callJson(['list', '--sort', 'title'], setting);
  expect((envelope.data as { title: string }[]).map(({ title }) => title)).toEqual(['Ebb', 'Flood', 'The tide turns']);
});

test('a file is opened beside an address', async () => {
  const { root, setting } = await open();
  const folder = mkdtempSync(join(tmpdir(), 'beside-'));
  writeFileSync(join(folder, 'note.md'), '# A note\n\nSome words.\n');
  const { envelope } = await callJson(['note.md', `${root}/winds.xml`], { ...setting, context: { folder } });
  expect((envelope.data as { title: string }[]).map(({ title }) => title).toSorted()).toEqual(['A note', 'Gale']);
});
