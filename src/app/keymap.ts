import type { Safe } from '../text/index.ts';
import { say } from '../text/index.ts';
import type { Binding, Command } from '../loop/index.ts';
import { allScreens, screenOf, type Offer, type ScreenState, type World } from '../screens/index.ts';
import { programCommands } from './commands.ts';
import type { Root } from './state.ts';

/** A command of a screen, or of the program everywhere. */
export type AnyCommand =
  | { readonly of: 'screen'; readonly command: Command<ScreenState, World> }
  | { readonly of: 'program'; readonly command: Command<Root, World> };

/** Returns the bindings of a screen: its own keys first, then the program's, as the settings have them. */
export function bindingsOf(state: ScreenState, rebound: Root['rebound']): readonly Binding[] {
  const own = screenOf(state).commands.flatMap((command) => bind(command, rebound));
  return [...own, ...programCommands.flatMap((command) => bind(command, rebound))];
}

/** Returns the command with this id that the screen has, or that the program has everywhere. */
export function findCommand(state: ScreenState, id: string): AnyCommand | null {
  const own = screenOf(state).commands.find((command) => command.id === id);
  if (own) return { of: 'screen', command: own };
  const program = programCommands.find((command) => command.id === id);
  return program ? { of: 'program', command: program } : null;
}

/** Returns the keys of a command: the reader's if there are any, else its own. */
export function keysOf(
  command: { readonly id: string; readonly keys: readonly string[] },
  rebound: Root['rebound'],
): readonly string[] {
  return rebound[command.id] ?? command.keys;
}

/** Returns the keys of a command, whatever screen has it. */
export function keysFor(id: string, rebound: Root['rebound']): readonly string[] {
  const found = everyCommand.find((command) => command.id === id);
  return found ? keysOf(found, rebound) : [];
}

const everyCommand = [...programCommands, ...allScreens.flatMap((screen) => screen.commands)];

/** Returns what can be done from a screen, for palette and help: its own commands first. */
export function offersOf(root: Root, state: ScreenState, world: World): readonly Offer[] {
  const screen = screenOf(state);
  const own = screen.commands.map((command) =>
    offer(command, screen.title, command.unavailable?.(state, world) ?? null, root.rebound),
  );
  const program = programCommands.map((command) =>
    offer(command, say`Everywhere`, command.unavailable?.(root, world) ?? null, root.rebound),
  );
  return [...own, ...program];
}

/** One row of the table of all commands, as `alsosee keys` and the documents show it. */
export interface TableRow {
  readonly screen: Safe;
  readonly id: string;
  readonly title: Safe;
  readonly hint: Safe;
  readonly keys: readonly string[];
  readonly group: string;
}

/** Returns every command of every screen, and those that work everywhere. */
export function commandTable(rebound: Root['rebound'] = {}): readonly TableRow[] {
  const row =
    (screen: Safe) =>
    (command: Pick<Offer, 'id' | 'title' | 'hint' | 'keys' | 'group'>): TableRow => ({
      screen,
      id: command.id,
      title: command.title,
      hint: command.hint,
      keys: keysOf(command, rebound),
      group: command.group,
    });
  return [
    ...allScreens.flatMap((screen) => screen.commands.map(row(screen.title))),
    ...programCommands.map(row(say`Everywhere`)),
  ];
}

function bind(
  command: { readonly id: string; readonly keys: readonly string[] },
  rebound: Root['rebound'],
): readonly Binding[] {
  return keysOf(command, rebound).map((chord) => ({ chord, command: command.id }));
}

function offer(
  command: Pick<Offer, 'id' | 'title' | 'hint' | 'keys' | 'group'>,
  screen: Safe,
  unavailable: Safe | null,
  rebound: Root['rebound'],
): Offer {
  const { id, title, hint, group } = command;
  return { id, title, hint, group, keys: keysOf(command, rebound), screen, unavailable };
}
