import { archive } from '../rig/archive.ts';
import { journey } from '../rig/journey.ts';

const settings = { refresh: 'manual', lists: { Harbours: 'title:harbours is:unread' }, mute: { Ball: 'title:ball' } };

export default journey(
  'ten thousand articles: half of them are marked in one change, and all is as it was after one undo',
  {
    setUp: (home) => {
      archive(home, 10_000, Date.UTC(2025, 3, 21, 12));
      home.write('alsosee/settings.json', JSON.stringify(settings));
    },
  },
  async (reader) => {
    await reader.sees('2 Unread 10000', '1/10000').press('/').type('football').sees('1/5000').press('enter');
    await reader
      .press(':')
      .type('all of the list read')
      .press('enter')
      .sees('5000 articles marked read', '2 Unread 5000');
    await reader.press('u').sees('Undone: 5000 articles', '2 Unread 10000').press('esc').sees('1/10000');
    await reader.press('8').sees('Harbours', '1/').quits('q');
    await reader.startsAgain().sees('Harbours');
  },
);
