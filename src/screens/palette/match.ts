import type { Offer } from '../world.ts';

/** Returns the commands whose names hold the typed letters in order, the closest first; all of them when nothing is typed. */
export function bestMatches(offers: readonly Offer[], typed: string): readonly Offer[] {
  const wanted = typed.toLowerCase().replace(/\s+/g, '');
  if (wanted === '') return offers;
  return offers
    .map((offer) => ({
      offer,
      score: Math.max(
        closeness(offer.title, wanted),
        closeness(offer.id, wanted) - 2,
        closeness(offer.hint, wanted) - 20,
      ),
    }))
    .filter(({ score }) => score > -Infinity)
    .sort((one, other) => other.score - one.score)
    .map(({ offer }) => offer);
}

/**
 * Returns how well the letters fit the name: beginnings of words and letters side by side count most, gaps count against.
 * -Infinity when they are not there in order.
 */
function closeness(name: string, wanted: string): number {
  const text = name.toLowerCase();
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1);
    if (next === -1) return -Infinity;
    score += next === at + 1 ? 4 : isWordStart(text, next) ? 3 : -Math.min(3, next - at);
    at = next;
  }
  return score - text.length / 50;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');
}
