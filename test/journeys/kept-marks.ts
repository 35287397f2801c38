import { journey } from '../rig/journey.ts';

export default journey('what is marked is kept, even when the program is killed', {}, async (reader) => {
  await reader.sees('Pakistan and Rwanda agree', '2 Unread 19');
  await reader.press('s').sees('bookmarked', '3 Bookmarks 1', '★').dies('SIGKILL');
  await reader.startsAgain().sees('3 Bookmarks 1', '★');
  await reader.press('m').sees('marked read', '2 Unread 18');
  await reader.press('u').sees('Undone', '2 Unread 19').press('ctrl+r').sees('Made again', '2 Unread 18');
  await reader.press('3').sees('1/1').press('m').sees('marked unread', '2 Unread 19');
  await reader.press('1', 'j', 'j', 'M').sees('3 articles marked read', '2 Unread 16');
  await reader.press('u').sees('Undone', '2 Unread 19');
});
