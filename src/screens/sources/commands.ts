import { cleanLine, join, say, type Safe } from '../../text/index.ts';
import type { Source, SourceReport } from '../../news/index.ts';
import type { Command, Next, SourceChange } from '../../loop/index.ts';
import { isWeb } from '../addresses.ts';
import { bodyHeight } from '../bars.ts';
import { leaveCommand } from '../leaving.ts';
import { movingCommands } from '../moving.ts';
import type { World } from '../world.ts';
import { selectedReport, type Sources } from './state.ts';
import { moveTo, openSelected } from './update.ts';

type Row = Command<Sources, World>;

const none = say`No source is selected.`;

/** A command on the selected source. `not` says why it does not go for one, or null. */
function onSource(
  row: Pick<Row, 'id' | 'title' | 'hint' | 'keys' | 'short'>,
  not: (report: SourceReport) => Safe | null,
  run: (state: Sources, report: SourceReport) => Next<Sources>,
): Row {
  return {
    ...row,
    group: 'Sources',
    prominence: row.short ? 'footer' : 'help',
    unavailable: (state) => {
      const report = selectedReport(state);
      return report ? not(report) : none;
    },
    run: (state) => {
      const report = selectedReport(state);
      return report ? run(state, report) : [state];
    },
  };
}

const always = () => null;

export const sourcesCommands: readonly Row[] = [
  onSource(
    {
      id: 'source.open',
      title: say`Open`,
      short: say`open`,
      hint: say`List the articles of the selected source.`,
      keys: ['enter', 'l', 'right'],
    },
    always,
    openSelected,
  ),
  onSource(
    {
      id: 'source.pause',
      title: say`Pause or resume`,
      short: say`pause`,
      hint: say`Leave the source alone when all are asked for news, or ask it again.`,
      keys: ['P'],
    },
    ({ source }) => (source.kind === 'feed' ? null : say`Only a feed is asked for news.`),
    (state, { source }) =>
      change(
        state,
        source,
        { paused: !source.paused },
        source.paused ? say`${source.name} is asked for news again` : say`${source.name} is left alone from now on`,
      ),
  ),
  onSource(
    {
      id: 'source.remove',
      title: say`Remove`,
      short: say`remove`,
      hint: say`Remove the source and its articles; your marks are kept. u brings it back.`,
      keys: ['D'],
    },
    always,
    (state, { source }) => [state, { type: 'removeSource', source: source.id }],
  ),
  onSource(
    { id: 'source.rename', title: say`Rename`, hint: say`Give the source another name.`, keys: ['e'] },
    always,
    (state, { source }) => [
      state,
      { type: 'open', opening: { screen: 'prompt', purpose: 'name', label: say`Name`, text: source.name } },
    ],
  ),
  onSource(
    {
      id: 'source.tags',
      title: say`Tags of the source`,
      hint: say`File the source under words of your own, separated by commas.`,
      keys: ['#'],
    },
    always,
    (state, { source }) => [
      state,
      {
        type: 'open',
        opening: { screen: 'prompt', purpose: 'tags', label: say`Tags`, text: join(source.tags, say`, `) },
      },
    ],
  ),
  onSource(
    {
      id: 'source.whole',
      title: say`Whole texts`,
      hint: say`Fetch the page of every new article of this feed, or be content with what the feed gives.`,
      keys: ['w'],
    },
    ({ source }) => (source.kind === 'feed' ? null : say`Only a feed gives less than the whole text.`),
    (state, { source }) =>
      change(
        state,
        source,
        { whole: !source.whole },
        source.whole
          ? say`What ${source.name} gives is enough from now on`
          : say`Whole texts of ${source.name} are fetched from now on`,
      ),
  ),
  onSource(
    {
      id: 'source.browse',
      title: say`Open its site`,
      hint: say`Open the web site of the source in the browser.`,
      keys: ['o'],
    },
    (report) => (siteOf(report) ? null : say`This source has no web site.`),
    (state, report) => {
      const address = siteOf(report);
      return address ? [state, { type: 'browse', address }] : [state];
    },
  ),
  onSource(
    {
      id: 'source.copyAddress',
      title: say`Copy address`,
      hint: say`Put the address or path of the source into the clipboard.`,
      keys: ['y'],
    },
    always,
    (state, { source }) => [state, { type: 'copy', text: cleanLine(source.location), what: say`address` }],
  ),
  leaveCommand(),
  ...movingCommands<Sources>({
    at: (state) => state.selected,
    count: (state) => state.reports?.length ?? 0,
    page: (_, world) => bodyHeight(world),
    to: moveTo,
  }),
];

function change(state: Sources, { id }: Source, change: SourceChange, words: Safe): Next<Sources> {
  return [state, { type: 'changeSource', source: id, change }, { type: 'tell', words }];
}

/** Returns the web site of a source: the one that its feed names, or where the feed or page lies. */
function siteOf({ source, health }: SourceReport): Safe | null {
  const location = cleanLine(source.location);
  if (health?.site) return health.site;
  if (!isWeb(location)) return null;
  return source.kind === 'feed' ? cleanLine(URL.parse(location)?.origin ?? location) : location;
}
