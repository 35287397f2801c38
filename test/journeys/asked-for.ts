import { journey } from '../rig/journey.ts';

export default journey(
  'what is asked for is found, kept as a list, muted and marked, and all of it is there again',
  {},
  async (reader) => {
    await reader.sees('Pakistan and Rwanda agree', '2 Unread 19');
    // Results come as one types, and Enter opens at the hit.
    await reader.press('\\').type('Nduhungirehe').sees('Search: Nduhungirehe', 'hit');
    await reader.press('enter').sees('Nduhungirehe', 'of').press('q', 'q').sees('Search everything').press('esc');
    // A mistake is told under its place, and the list stays.
    await reader.press('/').type('title:rwanda is:red').sees('^ expected unread', 'Pakistan and Rwanda agree');
    await reader.press('ctrl+w').type('is:unread').press('enter').sees('“title:rwanda is:unread”');
    // What one sees becomes a list.
    await reader.press('+', 'ctrl+u').type('Great Lakes').press('enter').sees('“Great Lakes” is a list now');
    await reader.press('8').sees('Great Lakes', 'Pakistan and Rwanda agree');
    // A subject is muted, and is told of.
    await reader
      .press('1', '!')
      .sees('Mute what is like this')
      .press('g', 'g')
      .type('jjj')
      .press('enter')
      .sees('Mute:');
    await reader.press('ctrl+u').type('title:visa').press('enter').sees('Muted: title:visa');
    await reader.press('g', 'M').sees('title:visa', 'hides').press('esc');
    // Many are marked at once, and it is taken back at once.
    await reader.press(':').type('all of the list read').press('enter').sees('articles marked read', '2 Unread');
    await reader.press('u').sees('Undone');
    // All of it is there after a restart, though the filter was cleared.
    await reader.press('8').sees('Great Lakes').quits('q');
    await reader.startsAgain().sees('Great Lakes').press('g', 'M').sees('title:visa').press('esc');
  },
);
