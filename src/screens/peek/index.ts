import { say } from '../../text/index.ts';
import type { Headline } from '../../news/index.ts';
import type { Command, Next } from '../../loop/index.ts';
import { overlay, panel } from '../../kit/index.ts';
import { keysBar } from '../bars.ts';
import { previewRows } from '../headlines/preview.ts';
import type { Frame, Screen } from '../screen.ts';
import type { World } from '../world.ts';

/** A look at what a link leads to, over the article that it stands in. */
export interface Peek {
  readonly screen: 'peek';
  readonly link: number;
  readonly target: Headline | null;
}

type Row = Command<Peek, World>;

const commands: readonly Row[] = [
  {
    id: 'link.follow',
    title: say`Follow link`,
    short: say`follow`,
    hint: say`Open it.`,
    keys: ['enter', 'l'],
    group: 'Links',
    prominence: 'footer',
    run: (state) => [state, { type: 'leave' }, { type: 'send', message: { type: 'linkWanted', link: state.link } }],
  },
  {
    id: 'screen.leave',
    title: say`Leave`,
    short: say`leave`,
    hint: say`Back to the text.`,
    keys: ['esc', 'q', 'h', 'p', 'space'],
    group: 'Move',
    prominence: 'footer',
    run: (state): Next<Peek> => [state, { type: 'leave' }],
  },
];

export const peek: Screen<Peek> = {
  name: 'peek',
  title: say`Peek`,
  commands,
  isOverlay: true,
  captures: () => false,
  update: (state) => [state],
  view: viewPeek,
};

function viewPeek(state: Peek, world: World, below: Frame['rows']): Frame {
  const columns = Math.min(64, world.size.columns - 4);
  const rows = state.target
    ? previewRows(state.target, columns - 4, world).slice(1, Math.max(3, world.size.rows - 6))
    : [{ pieces: [{ text: say`This is not here yet.`, role: 'muted' as const }] }];
  const box = panel(rows, [{ text: say`Peek`, role: 'panelTitle' }], columns, world.signs);
  const at = {
    row: Math.max(0, Math.floor((world.size.rows - box.length) / 2)),
    column: Math.max(0, Math.floor((world.size.columns - columns) / 2)),
  };
  return {
    rows: [...overlay(below, box, at).slice(0, -1), keysBar(commands, state, world)],
    chooser: null,
    cursor: null,
    spoken: [say`Peek: ${state.target?.title ?? say`not here yet`}. ${state.target?.summary ?? say``}`],
  };
}
