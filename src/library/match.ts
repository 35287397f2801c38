import type { Condition } from '../news/index.ts';
import { likesOf, type Like } from '../query/index.ts';

/** A condition that words stand in a text. */
export type TextCondition = Extract<Condition, { readonly type: 'text' }>;

/** Which forms of a word are asked for. */
export type Forms = (words: readonly string[]) => readonly string[];

const all: Forms = (words) => words;

/** The column of the index in which each part stands. An author stands among others in its column, so that is looked at again. */
const columns = { title: 'title', body: 'body', author: 'summary' } as const;

/**
 * Returns what the condition asks of the full-text index, in the index's own language, or null when that cannot say all of it.
 * All that was typed is quoted, so nothing of it can be taken for an operator.
 */
export function matching(condition: Condition, forms: Forms = all): string | null {
  switch (condition.type) {
    case 'text':
      return condition.within === 'author' ? null : textMatch(condition, forms);
    case 'any':
      return joined(condition.conditions, ' OR ', forms);
    case 'all':
      return joined(condition.conditions, ' AND ', forms);
    default:
      return null;
  }
}

/** Returns what the words ask of the index, the author's as if they could stand in all of its column; null when there are none. */
export function textMatch(condition: TextCondition, forms: Forms = all): string | null {
  const likes = likesOf(condition);
  if (likes.length === 0) return null;
  const found = likes.length === 1 ? wordMatch(likes[0]!, forms) : phraseMatch(likes);
  return condition.within ? `{${columns[condition.within]}} : (${found})` : found;
}

function joined(conditions: readonly Condition[], operator: string, forms: Forms): string | null {
  const parts = conditions.map((condition) => matching(condition, forms));
  return parts.length === 0 || parts.includes(null) ? null : parts.map((part) => `(${part})`).join(operator);
}

function wordMatch(like: Like, forms: Forms): string {
  if ('begins' in like) return `"${like.begins}"*`;
  const words = like.length === 1 ? like : forms(like);
  return `(${words.map((word) => `"${word}"`).join(' OR ')})`;
}

/** Words in a row are each meant as they are, but for the last, which may begin a word. */
function phraseMatch(likes: readonly Like[]): string {
  const words = likes.map((like) => ('begins' in like ? like.begins : like[0]!));
  return `"${words.join(' ')}"${'begins' in likes.at(-1)! ? '*' : ''}`;
}
