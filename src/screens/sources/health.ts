import type { SourceReport } from '../../news/index.ts';
import { say, type Safe } from '../../text/index.ts';
import { ago, since } from '../dates.ts';
import type { World } from '../world.ts';

/** Returns how it stands with a source, in a few words; `brief` is for narrow screens. */
export function standing({ source, health }: SourceReport, brief: boolean, world: World): Safe {
  if (source.kind === 'folder') return say`on disk`;
  if (source.paused) return say`paused`;
  if (health?.gone) return say`gone`;
  if (health && health.failures > 0)
    return brief || health.failingSince === null
      ? say`failing`
      : say`failing since ${since(health.failingSince, world)}`;
  if (health?.why) return brief ? say`waits` : say`asked to wait`;
  if (source.kind === 'page') return say`pages`;
  return health?.fetched == null ? say`not fetched` : ago(health.fetched, world);
}

/** Returns what is wrong with asking a source for news, since when, and what can be done; null when nothing is. */
export function trouble(
  { source, health }: SourceReport,
  world: World,
): { readonly what: Safe; readonly todo: Safe } | null {
  const key = (command: string) => world.signs.keyName(world.keyOf(command));
  if (health?.gone)
    return {
      what: say`Its server says that it has left for good. It is not asked again.`,
      todo: say`${key('source.remove')} removes it; its marks are kept.`,
    };
  if (health?.why && health.failures === 0)
    return { what: health.why, todo: say`It is asked again after that, and not before.` };
  if (!health || health.failures === 0) return null;
  const begin = health.failingSince === null ? say`` : say` since ${since(health.failingSince, world)}`;
  const times = health.failures === 1 ? say`once` : say`${health.failures} times in a row`;
  const site = source.kind === 'folder' ? say`` : say`, ${key('source.browse')} opens its site`;
  return {
    what: say`Failing${begin}, ${times}: ${health.why ?? say`why is not known.`}`,
    todo: say`${key('program.refresh')} tries again${site}, ${key('source.pause')} leaves it alone, ${key('source.remove')} removes it.`,
  };
}
