import { alsoSeeWording } from '../news/index.ts';

/**
 * Words of the trade that stand before a title and are no part of it, with a mark after them ("Background: …", "VIDEO | …",
 * "UPDATE 2- …"), a row of news' own wordings aside. To add one, add it to the list.
 */
const labels = `background | backgrounder | analysis | opinion | comment | editorial | video | watch | audio | listen | podcast | photos | pictures |
  gallery | in pictures | live | live updates | breaking | breaking news | exclusive | update | updated | corrected | correction | refile | wrapup | factbox |
  explainer | explained | interview | feature | focus | insight | special report | timeline | q&a | review | preview | column | blog | report | press release |
  news | world news | hintergrund | analyse | kommentar | eilmeldung | contexte | exclusif | contexto | análisis | opinión | última hora | contesto | analisi |
  achtergrond | контекст | срочно | latar belakang | bakgrund | خلفية | 背景 | 快讯 | 速報 | 배경`;

const label = labels
  .split('|')
  .map((words) => words.trim().replace(/ /g, '\\s+'))
  .sort((one, other) => other.length - one.length)
  .join('|');
const before = new RegExp(
  `^\\s*[\\[(]?(?:${label})\\s*\\d{0,2}\\s*(?:[\\])]|[:|▸▶→»]|\\s[–—-]|[–—-]\\s)\\s*(?=\\S)`,
  'iu',
);

/** A site's name behind a title: two to thirty letters after a bar or a dash, at most four words, no digits. */
const behind = /\s+[|–—·-]\s+(?:[^\s\d|–—]+\s?){1,4}$/u;

/** Returns the title without labels before it, as often as there are any. */
export function withoutLabel(title: string): string {
  const wording = alsoSeeWording(title);
  const bare = wording?.rest ? wording.rest : title;
  const shorter = bare.replace(before, '');
  return shorter === title ? title.trim() : withoutLabel(shorter);
}

/** Returns the title without the name of a site behind it. */
export function withoutTail(title: string): string {
  return title.replace(behind, '').trim();
}
