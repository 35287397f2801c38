import { expect } from 'vitest';
import { journey } from '../rig/journey.ts';
import { openQuayNews, type QuayNews } from '../rig/quay-news.ts';
import type { Terminal } from '../rig/terminal.ts';

let site: QuayNews;

/** The lines of text, without the bars and the signs of links: what was read on the way rightly shows in those. */
const text = (terminal: Terminal) => terminal.frame().split('\n').slice(2, -2).join('\n').replace(/[●◐↗]/g, ' ');

export default journey(
  'add a site by its home page, read it whole, follow a link in place, and read it all again offline',
  { setUp: async () => (site = await openQuayNews()) },
  async (reader) => {
    await reader.sees('Pakistan and Rwanda agree').press('A').type(site.home).press('enter');
    await reader.sees('Quay News is kept', '● Story 3 of the quay', '1/3');

    // News comes in above what is selected, which stays where it is.
    await reader
      .looks(() => site.publish())
      .press('r')
      .sees('1 new', '▌ ● Story 3 of the quay', '2/4');
    await reader.press('g', 'S').sees('Quay News  feed', 'just now').press('q').sees('2/4');

    let left = '';
    await reader.press('enter').sees('This is what the feed gave · w fetches the whole article');
    await reader.press('w').sees('Paragraph 2 of the whole story');
    await reader
      .press('j', 'j', 'tab')
      .sees(/Link 1 of \d/, /the harbour report\s↗/)
      .looks((terminal) => (left = text(terminal)));
    await reader.press('enter').sees('The ferries carried 41,200 people').picture('in-place');
    await reader.press('backspace').sees(/Link 1 of \d/, 'The harbour report');
    await reader.looks((terminal) => expect(text(terminal)).toBe(left));

    await reader
      .looks(() => site.goOffline())
      .press('q', 'R')
      .sees('Nothing answers at localhost')
      .quits('Q');
    await reader.startsAgain().sees('Quay News  1 Latest', '2/4');
    await reader
      .press('g', 'S')
      .sees('Failing since today')
      .picture('sources')
      .press('q')
      .sees('2/4')
      .press('enter')
      .sees('Paragraph 2 of the whole story');
    await reader.press('tab', 'enter').sees('The ferries carried 41,200 people').press('backspace');
    await reader.sees('Paragraph 2 of the whole story').press('w').sees('This is what the feed gave');
    await reader
      .press('q', 'k', 'enter')
      .sees('This is what the feed gave')
      .press('w')
      .sees('Nothing answers at localhost', 'o opens it in the browser');
  },
);
