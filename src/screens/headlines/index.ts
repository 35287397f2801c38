import { say } from '../../text/index.ts';
import type { Screen } from '../screen.ts';
import { headlinesCommands } from './commands.ts';
import type { Headlines } from './state.ts';
import { updateHeadlines } from './update.ts';
import { viewHeadlines } from './view.ts';

/** Lists of headlines: the smart lists, a filter, what links to an article. All are this screen with another query. */
export const headlines: Screen<Headlines> = {
  name: 'headlines',
  title: say`Headlines`,
  commands: headlinesCommands,
  captures: () => false,
  update: updateHeadlines,
  view: viewHeadlines,
};
