import { say } from '../../text/index.ts';
import type { Screen } from '../screen.ts';
import { mapCommands } from './commands.ts';
import type { MapScreen } from './state.ts';
import { updateMap } from './update.ts';
import { viewMap } from './view.ts';

/** The neighbourhood of an article: what it links to, what links to it, its background and what is related, two steps out. */
export const map: Screen<MapScreen> = {
  name: 'map',
  title: say`Map`,
  commands: mapCommands,
  captures: () => false,
  update: updateMap,
  view: viewMap,
};
