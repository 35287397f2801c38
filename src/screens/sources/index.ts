import { say } from '../../text/index.ts';
import type { Screen } from '../screen.ts';
import { sourcesCommands } from './commands.ts';
import type { Sources } from './state.ts';
import { updateSources } from './update.ts';
import { viewSources } from './view.ts';

/**
 * What the reader keeps, a row a source. The journey: which of them are quiet, which fail and why; open one's articles and
 * come back to the same row; name it, tag it, leave it alone, remove it and take that back; add another.
 */
export const sources: Screen<Sources> = {
  name: 'sources',
  title: say`Sources`,
  commands: sourcesCommands,
  captures: () => false,
  update: updateSources,
  view: viewSources,
};
