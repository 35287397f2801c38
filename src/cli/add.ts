import { cleanLine, say } from '../text/index.ts';
import type { Headline } from '../news/index.ts';
import { headlineRecord } from './records.ts';
import { locate, type Location } from './location.ts';
import { takeIn, takingLine, type Taking } from './takings.ts';
import { deed, WrongUse, type Complaint, type Context } from './verb.ts';

/**
 * `alsosee add`: `data` is {sources, articles}: for each folder {source: {id, name, location}, files, added, changed},
 * and the headlines of the files that were named.
 */
export const add = deed({
  options: { name: { type: 'string', value: 'NAME', help: 'what the source is called; else the name of its folder' } },
  completes: { kind: 'path' },
  async run(context, values, positionals) {
    if (positionals.length === 0) throw new WrongUse('What shall be kept? "alsosee add DIR" or "alsosee add FILE".');
    if (values.name !== undefined && positionals.length > 1) throw new WrongUse('One name is for one source.');
    const sources: Taking[] = [];
    const articles: Headline[] = [];
    const problems: Complaint[] = [];
    for (const path of positionals) {
      const location = locate(path, context.folder);
      if ('detail' in location) problems.push(location);
      else {
        const kept =
          location.kind === 'folder'
            ? await keepFolder(location, values.name, context)
            : await keepPage(location, context);
        problems.push(...kept.problems);
        if ('taking' in kept) sources.push(kept.taking);
        else articles.push(...kept.articles);
      }
    }
    const failed = sources.length + articles.length === 0;
    return {
      data: failed ? null : { sources, articles: articles.map(headlineRecord) },
      problems,
      failed,
      text: () => [...sources.map(takingLine), ...articles.map(({ id, title }) => say`${id}  ${title}`)],
    };
  },
});

async function keepFolder(location: Location, name: string | undefined, context: Context) {
  const library = await context.library();
  const called = name === undefined ? location.name : cleanLine(name);
  return takeIn(library.keepSource({ kind: 'folder', name: called, location: location.path, kept: true }), context);
}

async function keepPage(location: Location, context: Context) {
  const { value, problems } = await (await context.desk()).takeInFile(location.path, true);
  const library = await context.library();
  return { articles: value ? library.headlinesOf([value]) : [], problems };
}
