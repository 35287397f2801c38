// Of the reader, what `alsosee keys` tells. It has a file of its own, as all the screens come along with it.
export { commandTable } from '../app/index.ts';
