import { say } from '../../text/index.ts';
import type { Screen } from '../screen.ts';
import { readingCommands } from './commands.ts';
import type { Reading } from './state.ts';
import { updateReading } from './update.ts';
import { viewReading } from './view.ts';

/** The article: its text, its links, and the way on and back. */
export const reading: Screen<Reading> = {
  name: 'reading',
  title: say`Article`,
  commands: readingCommands,
  captures: (state) => state.mode.type !== 'plain',
  update: updateReading,
  view: viewReading,
};
