import { journey } from '../rig/journey.ts';
import { openThreePapers, type ThreePapers } from '../rig/three-papers.ts';

let papers: ThreePapers;

export default journey(
  'an article that its source corrects is marked, and shown with its changes; a link finds its article when that comes',
  {
    setUp: async (home) => {
      papers = await openThreePapers();
      const { code, stderr } = await home.alsosee('add', ...papers.feeds);
      if (code !== 0) throw new Error(stderr);
    },
  },
  async (reader) => {
    await reader.press('/').type('title:aground').press('enter', 'enter').sees('with 212 people on board. Nobody');
    await reader.sees(/A short history of the Northport bar\s\?/).press('q');
    await reader
      .looks(() => papers.correct())
      .press('R')
      .sees('changed since you read it');
    await reader.press('enter').sees('Changed since you read it · g c shows what', 'with 221 people');
    await reader
      .press('g', 'c')
      .sees(/212 221 people/)
      .picture('changes')
      .press('q');

    await reader
      .looks(() => papers.publishNamed())
      .press('R')
      .sees('1 new');
    await reader.sees(/A short history of the Northport bar\s●/).press('a');
    await reader.sees('Pilots of the last century').press('backspace').sees('Nobody was');
  },
);
