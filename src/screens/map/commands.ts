import { say } from '../../text/index.ts';
import type { Command } from '../../loop/index.ts';
import { bodyHeight } from '../bars.ts';
import { leaveCommand } from '../leaving.ts';
import { articleCommands } from '../marking.ts';
import { movingCommands } from '../moving.ts';
import type { World } from '../world.ts';
import { selectedHeadline, spotsOf, type MapScreen } from './state.ts';
import { moveTo, openSelected } from './update.ts';

type Row = Command<MapScreen, World>;

const noArticle = (state: MapScreen) => (selectedHeadline(state) ? null : say`No article is selected.`);

export const mapCommands: readonly Row[] = [
  {
    id: 'article.open',
    title: say`Read`,
    short: say`read`,
    hint: say`Open the selected article; leaving it leads back to the map.`,
    keys: ['enter', 'l', 'right'],
    group: 'Move',
    prominence: 'footer',
    unavailable: noArticle,
    run: openSelected,
  },
  {
    id: 'article.map',
    title: say`Map from here`,
    short: say`map from here`,
    hint: say`Draw the map around the selected article instead.`,
    keys: ['g m'],
    group: 'Links',
    prominence: 'footer',
    unavailable: noArticle,
    run: (state) => {
      const headline = selectedHeadline(state);
      return headline ? [state, { type: 'open', opening: { screen: 'map', article: headline } }] : [state];
    },
  },
  leaveCommand(),
  ...articleCommands<MapScreen>(selectedHeadline, () => null),
  ...movingCommands<MapScreen>({
    at: (state) => state.selected,
    count: (state) => spotsOf(state).length,
    page: (_, world) => bodyHeight(world),
    to: moveTo,
  }),
];
