// Of a room that is loaded when it is first needed, what the command line needs: a door names more, and all of it would come along.
export { openLibrary } from '../library/index.ts';
