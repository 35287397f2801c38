import { journey } from '../rig/journey.ts';
import { openThreePapers, type ThreePapers } from '../rig/three-papers.ts';

let papers: ThreePapers;

export default journey(
  'nine articles by three papers are one story: opened by its days, followed, and told of when there is news',
  {
    rows: 40,
    setUp: async (home) => {
      papers = await openThreePapers();
      const { code, stderr } = await home.alsosee('add', ...papers.feeds);
      if (code !== 0) throw new Error(stderr);
    },
  },
  async (reader) => {
    // One line for each event of the three days, and for what happened elsewhere: seven instead of thirteen.
    await reader.sees('1/13').press('c').sees('3 sources · 3 articles', '1/7');
    await reader.press('j').sees('▌ ● What the coast guard asks');
    await reader.press('enter').sees(' Story', '9 articles by 3 publishers', '10 Oct', '12 Oct');
    await reader.sees('Ferry Marten runs aground').picture('story');

    await reader.press('F').sees('Following what comes of this story').press('q', 'c').sees('2/13');
    await reader
      .looks(() => papers.publishMore())
      .press('R')
      .sees('2 new in a story you follow');
    await reader
      .press('7')
      .sees('Following', '1/11')
      .press('g', 'g', 'g', 's')
      .sees('11 articles by 3 publishers · 2 new');
    await reader.sees(/Marten crosses again.* new/, /Inquiry clears captain.* new/).quits('Q');

    // What was looked at is not new any more, and what is followed stays so.
    await reader.startsAgain().press('g', 's').sees('11 articles by 3 publishers · followed').press('q').quits('Q');
  },
);
