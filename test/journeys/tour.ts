import { journey } from '../rig/journey.ts';

export default journey('a tour of the screens', { columns: 100, rows: 30 }, async (reader) => {
  await reader
    .sees('Pakistan and Rwanda agree', '2 Unread 19', '1/19')
    // Keys that come in one piece, as over a slow line, are as many keys.
    .type('jjj')
    .sees('4/19')
    .press('g', 'g')
    .sees('1/19')
    .press('j', 's', 'k')
    .sees('3 Bookmarks 1')
    .picture('headlines');
  await reader.press('enter').sees('The foreign ministers').press('t').sees('Outline').press('esc');
  await reader.press('tab', 'p').sees('Peek').picture('peek').press('esc');
  await reader.press('/').type('Kigali').sees('of').press('enter').press('esc');
  await reader.press('a').sees('Ishaq Dar received').press('q').sees('1 Latest');
  await reader.press('\\').type('peacekeeping').sees('hits', 'UN peacekeeping').picture('search').press('esc');
  await reader.press(':').type('book').sees('Bookmark').picture('commands').press('esc');
  await reader.press('T').sees('Theme', 'contrast').press('esc');
  await reader.press('?').sees('Help', 'type to search').picture('help').press('esc').sees('1 Latest');
});
