import { say, type Safe } from '../text/index.ts';
import { readingMinutes, type Headline, type ResolvedLink, type Status } from '../news/index.ts';
import type { Piece } from '../kit/index.ts';
import { isWeb } from './addresses.ts';
import { percent } from './bars.ts';
import type { World } from './world.ts';

/** The sign of a status, in one column: always a sign, never colour alone. */
export function statusSign(status: Status, world: World): Piece {
  const { signs } = world;
  if (status.read === 'unread') return { text: signs.unread, role: 'unread' };
  if (status.read === 'reading') return { text: signs.reading, role: 'reading' };
  return { text: say` `, role: 'read' };
}

/** What following a link leads to, told before it is followed: a sign in one column. */
export function linkSign(link: Pick<ResolvedLink, 'target' | 'address'>, world: World): Safe {
  const { signs } = world;
  const { target, address } = link;
  if (!target) return isWeb(address) ? signs.web : signs.missing;
  if (target.status.bookmarked) return signs.bookmark;
  if (target.status.read === 'unread') return signs.unread;
  return target.status.read === 'reading' ? signs.reading : signs.read;
}

/** The same in words: "unread · 2 min". */
export function linkWords(link: Pick<ResolvedLink, 'target' | 'address' | 'guess'>): Safe {
  const { target, address, guess } = link;
  if (!target && guess) return say`not here; perhaps “${guess.title}”`;
  if (!target) return isWeb(address) ? say`on the web, not here yet` : say`not here`;
  return say`${stateWords(target)} · ${readingMinutes(target.words)} min`;
}

export function stateWords(headline: Headline): Safe {
  const { read, bookmarked, progress } = headline.status;
  const state = read === 'reading' ? say`${percent(progress)} read` : read === 'read' ? say`read` : say`unread`;
  return bookmarked ? say`bookmarked, ${state}` : state;
}
