import { journey } from '../rig/journey.ts';

export default journey('follow three links, come back to the same line, and find it all again', {}, async (reader) => {
  await reader.sees('Pakistan and Rwanda agree').press('enter').sees('The foreign ministers of Pakistan and Rwanda met');
  // Down to the "Also see" line, and choose it.
  await reader.press('G').press('shift+tab').sees('Link');
  await reader.press('g', 'g').press('a').sees('Pakistan’s foreign minister meets the head of the SCO');
  await reader.press('tab', 'tab', 'enter').sees('›');
});
