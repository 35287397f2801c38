// Lives here: the language in which lists are asked for: read, written, completed, and what each condition means.
// Does not live here: finding the articles (library), and which rules a reader has (app).
// Reading never fails: a mistake is a place and what was expected. What a word finds, it finds everywhere alike.
export { readQuery, type QueryRead } from './read.ts';
export type { Mistake, When } from './cursor.ts';
export { writeQuery } from './write.ts';
export { completions, type Completions, type Names } from './completions.ts';
export { isCalled, likesOf, placesOf, type Like } from './meets.ts';
export { muting } from './muting.ts';
export { nearest } from './nearest.ts';
export { readPattern } from './pattern.ts';
export { fold, forIndex, tokens, type Token } from './words.ts';
