import { judgeAddress } from '../../address/index.ts';
import { say, type Safe } from '../../text/index.ts';
import type { ResolvedLink } from '../../news/index.ts';
import type { Command, Next } from '../../loop/index.ts';
import { overlay, panel, type Row as FrameRow } from '../../kit/index.ts';
import { isForeign, isWeb } from '../addresses.ts';
import { emptyRow, keysBar } from '../bars.ts';
import { previewRows } from '../headlines/preview.ts';
import { paragraphRows } from '../paragraph.ts';
import type { Frame, Screen } from '../screen.ts';
import type { World } from '../world.ts';

/** A look at what a link leads to, over the article that it stands in. */
export interface Peek {
  readonly screen: 'peek';
  /** Index of the link on the page, and what it is. */
  readonly index: number;
  readonly link: ResolvedLink | null;
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
    run: (state) => [state, { type: 'leave' }, { type: 'send', message: { type: 'linkWanted', link: state.index } }],
  },
  {
    id: 'screen.leave',
    title: say`Leave`,
    short: say`leave`,
    hint: say`Back to the text.`,
    keys: ['esc', 'q', 'h', 'p'],
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
  const target = state.link?.target ?? null;
  const rows = (
    target ? previewRows(target, columns - 4, world).slice(1) : missingRows(state.link, columns - 4, world)
  ).slice(0, Math.max(2, world.size.rows - 7));
  const box = panel(rows, [{ text: say`Peek`, role: 'panelTitle' }], columns, world.signs);
  const at = {
    row: Math.max(0, Math.floor((world.size.rows - box.length) / 2)),
    column: Math.max(0, Math.floor((world.size.columns - columns) / 2)),
  };
  const words = target ? say`${target.title}. ${target.summary ?? say``}` : aboutMissing(state.link, world);
  return {
    rows: [...overlay(below, box, at).slice(0, -1), keysBar(commands, state, world)],
    chooser: null,
    cursor: null,
    spoken: [say`Peek: ${words}`],
  };
}

/** Of what is not here, its address in full, and what following it does. */
function missingRows(link: ResolvedLink | null, columns: number, world: World): readonly FrameRow[] {
  const address = link?.address ?? null;
  const isAddress = address !== null && (isWeb(address) || isForeign(address));
  return [
    ...(link && link.text !== address ? paragraphRows(link.text, columns, { role: 'title', strong: true }) : []),
    ...(isAddress ? [emptyRow, ...paragraphRows(judgeAddress(address).shown, columns, { role: 'link' })] : []),
    emptyRow,
    ...paragraphRows(aboutMissing(link, world), columns, { role: 'muted' }),
  ];
}

function aboutMissing(link: ResolvedLink | null, world: World): Safe {
  const follow = world.signs.keyName(world.keyOf('link.follow'));
  const address = link?.address ?? null;
  if (address === null || (!isWeb(address) && !isForeign(address)))
    return say`Nothing with this name is here. ${follow} searches for its words.`;
  const { verdict, why } = judgeAddress(address);
  if (verdict === 'refused') return say`This address is not followed: ${why ?? say``}`;
  return say`This page is not here yet. ${follow} fetches it and opens it here.`;
}
