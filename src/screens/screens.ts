import type { Next, Opening } from '../loop/index.ts';
import { changes, openChanges, type Changes } from './changes/index.ts';
import { chooser, openChooser, type Chooser } from './chooser/index.ts';
import { headlines } from './headlines/index.ts';
import { openList, type Headlines } from './headlines/state.ts';
import { help, openHelp, type Help } from './help/index.ts';
import { map } from './map/index.ts';
import { openMap, type MapScreen } from './map/state.ts';
import { emptyPalette, palette, type Palette } from './palette/index.ts';
import { peek, type Peek } from './peek/index.ts';
import { openProblems, problems, type Problems } from './problems/index.ts';
import { openPrompt, prompt, type Prompt } from './prompt/index.ts';
import { reading } from './reading/index.ts';
import { page, type Reading } from './reading/state.ts';
import type { Screen } from './screen.ts';
import { openSearch, search, type Search } from './search/index.ts';
import { sources } from './sources/index.ts';
import { openSources, type Sources } from './sources/state.ts';
import { story } from './story/index.ts';
import { openStory, type StoryScreen } from './story/state.ts';
import { trail, type TrailScreen } from './trail/index.ts';
import type { World } from './world.ts';

export type ScreenState =
  | Headlines
  | Reading
  | Prompt
  | Chooser
  | Palette
  | Help
  | TrailScreen
  | Problems
  | Sources
  | Search
  | Peek
  | StoryScreen
  | MapScreen
  | Changes;

const screens = {
  headlines,
  reading,
  story,
  map,
  changes,
  prompt,
  chooser,
  palette,
  help,
  trail,
  problems,
  sources,
  search,
  peek,
};

/** Returns what a state is a state of. */
export function screenOf(state: ScreenState): Screen<ScreenState> {
  // Each screen is only ever given its own state, which the name in the state vouches for; the type cannot say so.
  return screens[state.screen] as unknown as Screen<ScreenState>;
}

/** Every screen, for the table of all commands. */
export const allScreens = Object.values(screens) as unknown as readonly Screen<ScreenState>[];

/** Returns the state with which a screen is put on the stack above another. */
export function openScreen(opening: Opening, below: ScreenState | undefined, world: World): Next<ScreenState> {
  switch (opening.screen) {
    case 'headlines':
      return openList(opening.list, world);
    case 'prompt':
      return [openPrompt(opening.purpose, opening.label, opening.text)];
    case 'chooser':
      return [openChooser(opening)];
    case 'palette':
      return [emptyPalette];
    case 'help':
      return [openHelp];
    case 'trail':
      return [{ screen: 'trail', selected: Math.max(0, world.trail.at) }];
    case 'problems':
      return openProblems();
    case 'sources':
      return openSources();
    case 'search':
      return openSearch(opening.words, world);
    case 'story':
      return openStory(opening.article.id);
    case 'map':
      return openMap(opening.article);
    case 'changes':
      return openChanges(opening.article);
    case 'peek':
      return [{ screen: 'peek', index: opening.link, link: linkOf(below, opening.link, world) }];
  }
}

function linkOf(below: ScreenState | undefined, index: number, world: World): Peek['link'] {
  return below?.screen === 'reading' ? (page(below, world).links[index]?.link ?? null) : null;
}
