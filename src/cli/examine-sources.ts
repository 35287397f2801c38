import { existsSync } from 'node:fs';
import { cleanLine, join, say, type Safe } from '../text/index.ts';
import type { Health, Source } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { counted } from './counted.ts';
import { works, type Finding } from './finding.ts';
import { articlesOf } from './takings.ts';

/** Feeds that fail are told one by one, up to so many. */
const mostFailing = 10;

/** Returns what is found of the sources: how many there are, and which of them fail, and why. */
export function examineSources(library: Library): readonly Finding[] {
  const kept = library.sources().filter((source) => source.kept);
  if (kept.length === 0)
    return [works(say`Sources`, say`none kept: the articles that come with the program are shown`)];
  const health = new Map(library.health().map((one) => [one.source, one]));
  const failing = kept.flatMap((source) => failure(source, health.get(source.id)));
  const missing = kept.flatMap((source) => missingFolder(source, library));
  const more = failing.length - mostFailing;
  return [
    works(say`Sources`, tally(kept, failing.length)),
    ...missing,
    ...failing.slice(0, mostFailing),
    ...(more > 0 ? [works(say`And more`, say`${more} other feeds fail: "alsosee sources" tells of each`)] : []),
  ];
}

function tally(kept: readonly Source[], failing: number): Safe {
  const of = (wanted: Source['kind']) => kept.filter(({ kind }) => kind === wanted).length;
  const paused = kept.filter((source) => source.paused).length;
  const parts = [
    counted(of('feed'), say`feed`),
    counted(of('folder'), say`folder`),
    ...(of('page') > 0 ? [say`pages of ${counted(of('page'), say`site`)}`] : []),
    ...(paused > 0 ? [say`${paused} paused`] : []),
    failing > 0 ? say`${failing} failing` : say`none failing`,
  ];
  return join(parts, say`, `);
}

function failure({ kind, name }: Source, health: Health | undefined): readonly Finding[] {
  if (kind !== 'feed' || !health || health.why === null || (health.failures === 0 && !health.gone)) return [];
  const times = health.failures > 1 ? say` ${health.failures} times in a row.` : say``;
  return [
    {
      name: say`Source "${name}"`,
      state: 'note',
      found: say`${health.why}${times}`,
      mend: health.gone
        ? say`"alsosee sources SOURCE --remove" removes it.`
        : say`It is asked again, ever more rarely.`,
    },
  ];
}

function missingFolder({ kind, id, name, location }: Source, library: Library): readonly Finding[] {
  if (kind !== 'folder' || existsSync(location)) return [];
  return [
    {
      name: say`Source "${name}"`,
      state: 'note',
      found: say`${cleanLine(location)} is not there; its ${articlesOf([id], library)} articles are kept`,
      mend: say`Put it back, or add it where it is now.`,
    },
  ];
}
