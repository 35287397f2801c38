import { say } from '../text/index.ts';
import type { Context } from './verb.ts';

/**
 * About how many articles are connected before a verb ends, and how long that may take, in milliseconds. What a day brings is
 * connected at once; a first round of many feeds is not kept for it, as the reader connects the rest while one reads.
 */
const most = 300;
const patience = 20_000;

/** Connects the latest of the articles that were filed with the others. Ctrl-C ends it. */
export async function connectFiled(context: Context): Promise<void> {
  const { connections } = await context.library();
  if (context.interrupt().aborted || connections.waiting(1).length === 0) return;
  context.progress(say`Connecting articles …`);
  const desk = await context.desk();
  await desk.connect(AbortSignal.any([context.interrupt(), AbortSignal.timeout(patience)]), most);
}
