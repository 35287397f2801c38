import { say } from '../text/index.ts';
import type { Command } from '../loop/index.ts';
import type { World } from './world.ts';

/** Returns the command that goes back to what was open before a screen. */
export function leaveCommand<State>(): Command<State, World> {
  return {
    id: 'screen.leave',
    title: say`Leave`,
    short: say`leave`,
    hint: say`Back to what was open.`,
    keys: ['q', 'esc', 'h', 'left'],
    group: 'Move',
    prominence: 'footer',
    run: (state) => [state, { type: 'leave' }],
  };
}
