import { join } from 'node:path';
import { outward } from './outward.ts';
import { outline } from './shelf.ts';
import type { Trial } from './trial.ts';

/** What would be run if there were hooks, in every spelling that other programs know. */
const commands = {
  hooks: { onNew: 'touch PWN', onOpen: ['touch', 'PWN'], new: '$(touch PWN)' },
  hook: 'touch PWN',
  notify: 'touch PWN',
  'notify-program': 'touch PWN',
  onNew: 'touch PWN',
  browser: 'touch PWN; %u',
  pager: '| touch PWN',
  editor: 'touch PWN',
};

/**
 * Commands that somebody wants to have run: there are no hooks, so whatever a file says, a list, a feed or a folder, nothing is started,
 * and the words are told or left alone.
 */
export async function tryHook(trial: Trial): Promise<void> {
  const { home, stand, hostile } = trial;
  const title = '$(touch PWN) `touch PWN`; touch PWN';
  const text = `<rss version="2.0"><channel><title>${title}</title><item><title>${title}</title><guid>1</guid><link>http://127.0.0.1/$(touch%20PWN)</link><description>${'word '.repeat(2000)}</description></item></channel></rss>`;
  const address = stand.put(`/${hostile.id}/feed`, { type: 'text', text, mediaType: 'text/xml' });
  home.write('alsosee/settings.json', JSON.stringify(commands));
  home.write('content/.alsosee/hooks', 'touch PWN');
  home.write('content/settings.json', JSON.stringify(commands));
  home.write('content/one.md', `---\ntitle: UNHARMED\nhooks: touch PWN\n---\n\nWords.\n`);
  const list = outline([{ name: 'Feed', address }]).replace(
    '<outline ',
    '<outline filtercmd="touch PWN" onNew="touch PWN" ',
  );
  await trial.runs(['import', home.write('feeds.opml', list)]);
  await trial.runs(['refresh']);
  await trial.runs([join(home.folder, 'content')], ['UNHARMED']);
  await trial.reads([], (terminal) => terminal.press('R', 'enter', 's', 'q'));
  const started = outward(home)
    .deeds()
    .filter((deed) => deed.startsWith('starts'));
  trial.must(started.length === 0, `started: ${started.join(', ')}`);
  trial.must(!trial.hasFile('PWN'), 'a command ran');
}
