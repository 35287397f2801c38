import { expect, test } from 'vitest';
import { say } from '../../src/text/index.ts';
import type { Source, SourceId } from '../../src/news/index.ts';
import { contentFolder } from '../../src/app/home.ts';
import { Scope } from '../../src/app/scope.ts';

const source = (id: string, more: Partial<Source>): Source => ({
  id: id as SourceId,
  kind: 'folder',
  name: say`A source`,
  location: `/${id}`,
  kept: false,
  tags: [],
  paused: false,
  whole: false,
  ...more,
});
const shipped = source('shipped', { location: contentFolder() });
const folder = source('folder', {});
const feed = source('feed', { kind: 'feed', location: 'https://gazette.example/feed', kept: true });
const other = source('other', { kind: 'feed', location: 'https://daily.example/feed', kept: true });
const page = source('page', { kind: 'page', location: 'https://harbour.example/' });

type Sources = readonly Source[];

test.each<readonly [string, named: Sources, before: Sources, later: Sources, listed: Sources, session: string]>([
  ['the library grows', [feed], [feed], [feed, other, page], [feed, other, page], 'library'],
  ['what is shipped gives way to what is kept', [shipped], [shipped], [shipped, feed], [feed], 'library'],
  ['what is shipped stays while nothing is', [shipped], [shipped], [shipped, page], [shipped, page], 'shipped'],
  ['a folder that was named stays alone', [folder], [folder], [folder, page], [folder], 'on folder'],
  ['also beside a library', [folder], [folder, feed], [folder, feed, page], [folder], 'on folder'],
])('%s', (_, named, before, later, listed, session) => {
  let all = before;
  const scope = new Scope(
    named.map(({ id }) => id),
    () => all,
  );
  all = later;
  scope.changed();
  expect(scope.ids).toEqual(listed.map(({ id }) => id));
  expect(scope.session).toBe(session);
});

test('what is added is listed, in a folder that was named as well', () => {
  const scope = new Scope([folder.id], () => [folder, feed]);
  scope.add(feed.id);
  expect(scope.ids).toEqual([folder.id, feed.id]);
});
