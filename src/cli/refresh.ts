import { say, type Safe } from '../text/index.ts';
import type { Source, Round } from '../news/index.ts';
import { connectFiled } from './connecting.ts';
import { counted } from './counted.ts';
import { askFeeds } from './round.ts';
import { sourceCalled } from './source-called.ts';
import { takeIn, takingLine, type Taken } from './takings.ts';
import { deed, WrongUse } from './verb.ts';

/**
 * `alsosee refresh`: `data` is {sources, round}: an array of {source: {id, kind, name, location}, files, added, changed}, and of all
 * feeds together {asked, done, added, changed, unchanged, failed}. What was filed before Ctrl-C stays; the exit code is then 130.
 */
export const refresh = deed({
  options: {
    source: { type: 'string', value: 'SOURCE', help: 'this source alone, by its name, id or address' },
    all: { type: 'boolean', help: 'those that are paused as well' },
    due: { type: 'boolean', help: 'only feeds that are due, as for a timer' },
  },
  more: [
    'Asks every feed that is not paused for news, and reads the kept folders anew. Ctrl-C ends it, and what was filed stays.',
  ],
  async run(context, values, positionals) {
    if (positionals.length > 0) throw new WrongUse('A source is named with --source.');
    if (values.due && (values.all || values.source !== undefined))
      throw new WrongUse('--due asks what is due; --all and --source ask all the same.');
    const library = await context.library();
    const only = values.source === undefined ? null : sourceCalled(values.source, library);
    const chosen = library
      .sources()
      .filter((source) => (only ? source.id === only.id : source.kept && (values.all || !source.paused)));
    const taken: Taken[] = [];
    for (const source of chosen.filter(({ kind }) => kind === 'folder')) taken.push(await takeIn(source, context));
    const feeds = chosen.filter(({ kind }) => kind === 'feed');
    const asked = feeds.length === 0 ? null : await askFeeds(feeds, !values.due, context);
    await connectFiled(context);
    const takings = [...taken.map(({ taking }) => taking), ...(asked?.takings ?? [])];
    return {
      data: { sources: takings, round: asked?.round ?? null },
      failed:
        taken.length === 0 && asked !== null && asked.round.failed > 0 && asked.round.failed === asked.round.asked,
      problems: [...taken.flatMap(({ problems }) => problems), ...(asked?.problems ?? [])],
      remarks: [
        ...(taken.length + feeds.length === 0 ? [whyNothing(only === null, library.sources())] : []),
        ...(asked && context.interrupt().aborted ? [say`Interrupted. What was filed before stays.`] : []),
      ],
      text: () => {
        const news = takings.filter(({ added, changed }) => added + changed > 0 || takings.length <= fewSources);
        return [...news.map(takingLine), ...(asked && feeds.length > 1 ? [roundLine(asked.round)] : [])];
      },
    };
  },
});

/** With more than these, only sources that brought news have a line. */
const fewSources = 5;

function whyNothing(isForAll: boolean, sources: readonly Source[]): Safe {
  if (!isForAll) return say`Only feeds and folders are refreshed. "alsosee URL" opens a page.`;
  const kept = sources.some((source) => source.kept && source.kind !== 'page');
  return kept
    ? say`All sources are paused. "alsosee refresh --all" asks them all the same.`
    : say`No feed or folder is kept. "alsosee add URL" or "alsosee add DIR" keeps one.`;
}

function roundLine({ asked, done, added, changed, failed }: Round): Safe {
  const sources = asked === done ? counted(asked, say`feed`) : say`${done} of ${counted(asked, say`feed`)}`;
  const trouble = failed === 0 ? say`` : say`, ${failed} failed`;
  return say`Asked ${sources}: ${counted(added, say`new article`)}, ${changed} changed${trouble}`;
}
