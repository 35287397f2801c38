import { expect, test } from 'vitest';
import { call, callJson } from './call.ts';
import { fakeLibrary } from './fake.ts';

const library = fakeLibrary([]);

test.each([
  { words: ['lst'], says: 'There is no verb and no file "lst". Did you mean "alsosee list"?' },
  { words: ['lsit'], says: 'Did you mean "alsosee list"?' },
  { words: ['quixotic'], says: '"alsosee --help" lists the verbs.' },
  { words: ['help', 'serach'], says: 'There is no verb "serach". Did you mean "alsosee search"?' },
  {
    words: ['list', '--limt', '3'],
    says: 'There is no option "--limt". Did you mean "--limit"? "alsosee help list" lists them.',
  },
  { words: ['list', '--limit'], says: '"--limit" needs a value: --limit N.' },
  { words: ['list', '--limit', 'few'], says: '"--limit" is a whole number from 0 to 1000000; "few" is not.' },
  { words: ['list', '--limit', '-3'], says: '"-3" is not.' },
  {
    words: ['list', '--sort', 'size'],
    says: '"--sort" is one of newest, oldest, title, longest, shortest, publisher, recently-read; "size" is not.',
  },
  { words: ['list', '--json=yes'], says: '"--json" takes no value.' },
  { words: ['list', '--source', 'BBC'], says: 'There is no source "BBC". There are "Also See".' },
  { words: ['show'], says: 'Which article?' },
  { words: ['show', 'a', 'b'], says: 'One article at a time: 2 were named.' },
  { words: ['show', 'a', '--width', '5'], says: '"--width" is a whole number from 20 to 1000; "5" is not.' },
  { words: ['search'], says: 'What shall be searched for?' },
  { words: ['mark', 'a'], says: 'Mark as what?' },
  { words: ['mark', '--read'], says: 'Which articles?' },
  { words: ['mark', 'a', '--read', '--unread'], says: '--read or --unread, not both.' },
  { words: ['mark', 'a', '--tag', 'b', '--untag', 'c'], says: '--tag or --untag, not both' },
  { words: ['mark', 'a', '--bookmark', '--no-bookmark'], says: '--bookmark or --no-bookmark, not both.' },
  { words: ['add'], says: 'What shall be kept?' },
  { words: ['add', 'a', 'b', '--name', 'N'], says: 'One name is for one source.' },
  { words: ['refresh', 'somewhere'], says: 'A source is named with --source.' },
  { words: ['import'], says: 'Which file?' },
  { words: ['export'], says: 'Export what?' },
  { words: ['inspect'], says: 'Inspect what?' },
  { words: ['check'], says: 'Check which folder?' },
  { words: ['completion'], says: 'For which shell? One of bash, zsh, fish.' },
  { words: ['completion', 'toString'], says: 'For which shell?' },
])('$words is wrong use: exit 2, one line, nothing on stdout', async ({ words, says }) => {
  const { code, out, err } = await call(words, { library });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('wrong use with --json is an envelope too', async () => {
  const { code, envelope } = await callJson(['list', '--limit', 'few']);
  expect(code).toBe(2);
  expect(envelope).toEqual({
    ok: false,
    data: null,
    problems: [
      { kind: 'wrong-use', where: '', detail: '"--limit" is a whole number from 0 to 1000000; "few" is not.' },
    ],
  });
});

test('a name from outside cannot steer the terminal through an error', async () => {
  const { err } = await call(['show', '\u001b]0;PWN\u0007x'], { library });
  expect(err).toBe(
    ']0;PWNx: No article here has this id, path or address. "alsosee search" finds articles by their words.\n',
  );
});

test('--version and -v print the version alone', async () => {
  expect(await call(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  expect(await call(['-v'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

test('a fault of our own is not swallowed', async () => {
  await expect(call(['list'])).rejects.toThrow('has not given');
});
