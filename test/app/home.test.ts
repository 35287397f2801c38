import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder, homeOf } from '../../src/app/index.ts';

const one = {
  settings: '/srv/news',
  library: '/srv/news/library',
  cache: '/srv/news/cache',
  reports: '/srv/news/reports',
};

test.each([
  {
    where: 'by XDG, with nothing set',
    env: {},
    home: {
      settings: '/home/ada/.config/alsosee',
      library: '/home/ada/.local/share/alsosee',
      cache: '/home/ada/.cache/alsosee',
      reports: '/home/ada/.local/state/alsosee/reports',
    },
  },
  {
    where: 'by XDG, as set; what is relative is ignored',
    env: { XDG_CONFIG_HOME: '/etc/ada', XDG_DATA_HOME: 'data', XDG_CACHE_HOME: '', XDG_STATE_HOME: '/var/ada' },
    home: {
      settings: '/etc/ada/alsosee',
      library: '/home/ada/.local/share/alsosee',
      cache: '/home/ada/.cache/alsosee',
      reports: '/var/ada/alsosee/reports',
    },
  },
  {
    where: 'under ALSOSEE_HOME, whatever else is set',
    env: { ALSOSEE_HOME: '/srv/news', XDG_CONFIG_HOME: '/etc/ada' },
    home: one,
  },
])('folders are $where', ({ env, home }) => {
  expect(homeOf(env, 'linux', '/home/ada')).toEqual(home);
});

test('on macOS they are in ~/Library', () => {
  expect(Object.values(homeOf({}, 'darwin', '/Users/ada'))).toEqual([
    '/Users/ada/Library/Preferences/alsosee',
    '/Users/ada/Library/Application Support/alsosee',
    '/Users/ada/Library/Caches/alsosee',
    '/Users/ada/Library/Logs/alsosee/reports',
  ]);
});

test('the shipped articles are found from the source', () => {
  expect(existsSync(join(contentFolder(), 'articles'))).toBe(true);
});
