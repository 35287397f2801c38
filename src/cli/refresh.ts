import { say } from '../text/index.ts';
import { sourceCalled } from './list.ts';
import { takeIn, takingLine, type Taking } from './takings.ts';
import { deed, WrongUse, type Complaint } from './verb.ts';

/** `alsosee refresh`: `data` is an array of {source: {id, name, location}, files, added, changed}. */
export const refresh = deed({
  options: { source: { type: 'string', value: 'SOURCE', help: 'this source alone, by its name or id' } },
  async run(context, values, positionals) {
    if (positionals.length > 0) throw new WrongUse('A source is named with --source.');
    const library = await context.library();
    const only = values.source === undefined ? null : sourceCalled(values.source, library);
    const folders = library
      .sources()
      .filter((source) => source.kind === 'folder' && (only ? source.id === only : source.kept));
    const takings: Taking[] = [];
    const problems: Complaint[] = [];
    for (const source of folders) {
      const result = await takeIn(source, context);
      takings.push(result.taking);
      problems.push(...result.problems);
    }
    return {
      data: takings,
      problems,
      remarks: takings.length === 0 ? [say`No folder is kept. "alsosee add DIR" keeps one.`] : [],
      text: () => takings.map(takingLine),
    };
  },
});
