import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Repaired, Stage } from '../library/index.ts';
import { works, type Finding } from './finding.ts';
import type { Context } from './verb.ts';

/** Looks closely at the library, restores it if need be, makes anew what is made of it, and tells what was done. */
export async function repairLibrary(context: Context): Promise<readonly Finding[]> {
  try {
    const library = await context.library('closely');
    const restored = [...context.found];
    const repaired = library.repair((stage, done, all) => context.progress(doing(stage, done, all)));
    context.progress(null);
    await library.backUp(context.now());
    return [
      restored.length > 0
        ? { name: say`Repair`, state: 'note', found: say`the library was restored, as told below`, mend: null }
        : works(say`Repair`, say`nothing was damaged`),
      ...done(repaired),
    ];
  } catch (error) {
    context.progress(null);
    const found = cleanLine((error as Error).message.slice(0, 300));
    return [{ name: say`Repair`, state: 'broken', found, mend: say`Nothing was lost by trying.` }];
  }
}

function doing(stage: Stage, done: number, all: number): Safe {
  const words = {
    sorting: say`Making the indexes anew…`,
    counting: say`Counting the articles…`,
    indexing: say`Indexing the words of the articles: ${done} of ${all}…`,
    packing: say`Packing the library…`,
    examining: say`Looking at all of it…`,
  };
  return words[stage];
}

function done({ sound, articles, miscounted, before, after, crowded }: Repaired): readonly Finding[] {
  const room = say`${megabytes(before)} MB before, ${megabytes(after)} MB now`;
  return [
    works(say`Index of words`, say`made anew from ${articles} ${articles === 1 ? say`article` : say`articles`}`),
    works(say`Counts`, miscounted === 0 ? say`right` : say`${miscounted} were wrong, and are right now`),
    crowded
      ? {
          name: say`Room`,
          state: 'note',
          found: say`there is too little on the disk to pack the library`,
          mend: say`Make some, and repair again; all else was done.`,
        }
      : works(say`Room`, room),
    ...(sound ? [] : [unsound]),
  ];
}

const unsound: Finding = {
  name: say`Tables`,
  state: 'broken',
  found: say`some rows are still not as they should be`,
  mend: say`Export the state, move the library's folder away, and import it again.`,
};

function megabytes(bytes: number): Safe {
  return say`${Math.round(bytes / 100_000) / 10}`;
}
