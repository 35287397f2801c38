import { say } from '../../text/index.ts';
import type { Screen } from '../screen.ts';
import { storyCommands } from './commands.ts';
import type { StoryScreen } from './state.ts';
import { updateStory } from './update.ts';
import { viewStory } from './view.ts';

/** The story that an article belongs to: its timeline, from the oldest, and its background. */
export const story: Screen<StoryScreen> = {
  name: 'story',
  title: say`Story`,
  commands: storyCommands,
  captures: () => false,
  update: updateStory,
  view: viewStory,
};
