/**
 * Text that may reach the terminal. Only {@link clean}, {@link cleanLine}, {@link say} and the parts of this room that
 * take safe text apart make one, so a string from outside cannot be drawn by mistake.
 */
export type Safe = string & { readonly safe: true };

/** Controls, bidi overrides and marks, interlinear annotations and tag characters: nothing a reader could see. */
const unprintable =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const suspect =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200d-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{M}/u;
const marksKept = /(\p{M}{8})\p{M}+/gu;

/**
 * Returns the text without any byte that could steer a terminal or hide text, line breaks and tabs kept.
 * It works per character and never per sequence: the payload of an escape sequence stays visible as harmless text, so
 * an unterminated one cannot swallow the rest of an article.
 */
export function clean(text: string): Safe {
  if (!suspect.test(text)) return text as Safe;
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(unprintable, '')
    .replace(marksKept, '$1')
    .replace(/\u200d{2,}/g, '\u200d')
    .replace(/([\ufe00-\ufe0f])[\ufe00-\ufe0f]+/g, '$1') as Safe;
}

/** Returns the text cleaned and on one line: for titles, names, addresses and the words of errors. */
export function cleanLine(text: string): Safe {
  return clean(text).replace(/\s+/g, ' ').trim() as Safe;
}

/** Makes safe text of the program's own words, around values that are safe already. */
export function say(words: TemplateStringsArray, ...values: readonly (Safe | number)[]): Safe {
  return String.raw({ raw: words }, ...values) as Safe;
}

/** Returns the parts in order with the program's own words between them. */
export function join(parts: readonly Safe[], between: Safe): Safe {
  return parts.join(between) as Safe;
}

/** Returns the part of safe text between two offsets, in UTF-16 units, never splitting a surrogate pair. */
export function slice(text: Safe, start: number, end?: number): Safe {
  return text.slice(start, end).toWellFormed() as Safe;
}
