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
  await reader.press('tab', 'tab', 'enter').sees('Shanghai Cooperation Organisation');
  await reader.press('tab', 'enter').sees('›');
  await reader.remembers('the end of the trail');

  await reader.press('backspace', 'backspace', 'backspace');
  await reader.looks((terminal) => expect(text(terminal)).toBe(left)).sees('Link 4 of');
  await reader.press('L', 'L', 'L').seesAgain('the end of the trail');

  await reader.press('ctrl+d').sees('Collective Security Treaty').remembers('in the middle of an article');
  await reader.quits('Q').startsAgain().sees('›').seesAgain('in the middle of an article');
  await reader.press('g', 'h').sees('Trail', '4 steps', 'open').picture('trail');
});
