import { expect } from 'vitest';
import { journey } from '../rig/journey.ts';
import type { Terminal } from '../rig/terminal.ts';

/** The lines of text, without the bars and the signs of links: what was read on the way rightly shows in those. */
const text = (terminal: Terminal) => terminal.frame().split('\n').slice(2, -2).join('\n').replace(/[●◐]/g, ' ');

export default journey('follow three links, come back to the same line, and find it all again', {}, async (reader) => {
  let left = '';
  await reader
    .sees('Pakistan and Rwanda agree')
    .press('enter')
    .sees('The foreign ministers of Pakistan and Rwanda met');
  await reader.press('tab', 'tab', 'tab', 'tab').sees('Also see', 'Link 4 of', 'meets the head of the SCO');
  await reader.picture('article').looks((terminal) => (left = text(terminal)));

  await reader.press('enter').sees('Ishaq Dar received Nurlan Yermekbayev');
  await reader.press('tab', 'tab', 'enter').sees('What the Shanghai Cooperation Organisation is');
  await reader.press('tab', 'enter').sees('States may not use force').remembers('the end of the trail');

  await reader.press('backspace', 'backspace', 'backspace').sees('Link 4 of', 'Rwanda Development Board');
  await reader.looks((terminal) => expect(text(terminal)).toBe(left));
  await reader.press('L', 'L', 'L').sees('States may not use force').seesAgain('the end of the trail');

  await reader.press('ctrl+d').sees('Collective Security Treaty').seesNo('States may not').remembers('in the middle');
  await reader.quits('Q').startsAgain().sees('Collective Security Treaty').seesAgain('in the middle');
  await reader.press('g', 'h').sees('Trail', '4 steps', 'open').picture('trail');
});
