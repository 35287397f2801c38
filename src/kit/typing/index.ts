// Lives here: a line of text that is being typed: how keys edit it, and how it is drawn with its cursor.
// Does not live here: what is done with the text when it is entered (screens).
// Every key is answered: by another line, or by null when it does not edit one.
export { edit, type Typed } from './edit.ts';
export { prompt } from './prompt.ts';
