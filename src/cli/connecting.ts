import { say } from '../text/index.ts';
import type { Context } from './verb.ts';

/** How long connecting may keep a verb from its end, in milliseconds. What is left then waits for the reader or the next verb. */
const patience = 20_000;

/** Connects the articles that were filed with the others. Ctrl-C ends it. */
export async function connectFiled(context: Context): Promise<void> {
  const { connections } = await context.library();
  if (context.interrupt().aborted || connections.waiting(1).length === 0) return;
  context.progress(say`Connecting articles …`);
  const desk = await context.desk();
  await desk.connect(AbortSignal.any([context.interrupt(), AbortSignal.timeout(patience)]));
}
