import { expect, test } from 'vitest';
import { verbs } from '../../src/cli/verbs.ts';
import { call } from './call.ts';

test('the overview names every verb, and fits 100 columns', async () => {
  const { code, out } = await call(['--help']);
  expect(code).toBe(0);
  for (const { name } of verbs) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(115);
});

test('help, help VERB and VERB --help agree', async () => {
  expect(await call(['help'])).toEqual(await call(['--help']));
  const one = await call(['help', 'mark']);
  expect(await call(['mark', '--help'])).toEqual(one);
  expect(one.out).toMatchInlineSnapshot(`
    "alsosee mark REF…|--where QUERY --read|--unread|--bookmark|--no-bookmark
      mark articles read or bookmarked

          --read         mark as read
          --unread       mark as unread
          --bookmark     keep for later
          --no-bookmark  take the bookmark away
          --tag TAG      gives a tag of your own; can be given again
          --untag TAG    takes a tag of your own away; can be given again
          --where QUERY  all articles that the query finds, instead of named ones
          --json         one JSON envelope on stdout: {"ok", "data", "problems"}
      -h, --help         this help
    "
  `);
});

test.each(verbs)('$name explains each of its options', async (verb) => {
  const { options } = await verb.load();
  const { out } = await call(['help', verb.name]);
  for (const [name, option] of Object.entries(options)) {
    if (!option.hidden) expect(out).toContain(`--${name}`);
    expect(option.help).not.toBe('');
  }
});
