import { cleanLine, type Safe } from '../text/index.ts';
import type { Health, Problem, Source } from '../news/index.ts';
import { healthAfter, provenMove, type Answer } from './health.ts';
import type { Newsroom } from './newsroom.ts';
import { sourceProblem } from './told.ts';

/** What came of asking a source. */
export interface Noted {
  readonly source: Source;
  readonly before: Health | null;
  readonly answer: Answer;
  /** What was wrong with its feed, as far as that was read. */
  readonly reading: readonly Problem[];
}

/** Keeps how it went with a source, and the problems that there are with it now. Returns those that are new. */
export function note(
  { library, clock }: Pick<Newsroom, 'library' | 'clock'>,
  { source, before, answer, reading }: Noted,
): readonly Problem[] {
  const now = clock();
  const after = healthAfter(answer, source.id, before, now);
  const change = { ...moveOf(after), ...nameOf(source, answer) };
  const isChanged = Object.keys(change).length > 0 && library.changeSource(source.id, change) !== null;
  library.noteHealth(isChanged && change.location !== undefined ? { ...after, movedTo: null, movedReads: 0 } : after);
  const problems = after.why === null ? reading : [sourceProblem(source, after, now)];
  // A feed that has not changed was not read: what was wrong with it still is.
  if (answer.type !== 'unchanged') library.setProblems(source.id, problems);
  else if (before?.why) library.setProblems(source.id, []);
  return problems;
}

function moveOf(health: Health): { readonly location?: string } {
  const target = provenMove(health);
  return target === null ? {} : { location: target };
}

/** A source that nobody gave a name takes the one that its feed has. */
function nameOf({ name, location }: Source, answer: Answer): { readonly name?: Safe } {
  const title = answer.type === 'read' ? answer.about.title : null;
  return title !== null && (name === location || name === namelessName(location)) ? { name: title } : {};
}

/** Returns what a source is called while nothing is known of it but its address. */
export function namelessName(address: string): Safe {
  return cleanLine(URL.parse(address)?.host.replace(/^www\./, '') ?? address);
}
