// Lives here: the command line: what the arguments mean, one file a verb, and the one place where their outcomes are printed.
// Does not live here: the reader and its screens (app), or what any room does: verbs ask the library and the desk.
// Nothing is loaded before it is needed: help costs the table of verbs, and each verb its own file.
export { openContext } from './context.ts';
export { terminalOf, type Machine } from './machine.ts';
export { reportFault } from './report.ts';
export { runCommand } from './run.ts';
