import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What the kernel knows of a program: whether any of its threads works, and how much it has read so far. */
export interface Rest {
  readonly working: boolean;
  readonly read: number;
}

/** Returns the state of a program, or null where the kernel does not tell: on other systems, or when it has ended. */
export function restOf(pid: number): Rest | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/stat`, 'latin1'),
    );
    const read = /^rchar: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'latin1'))?.[1];
    return { working: threads.some((stat) => /\) [RD]/.test(stat)), read: Number(read) };
  } catch {
    return null;
  }
}

/** Returns the first process at or below the given one that is not a shell: the program that a launcher runs. */
export function programOf(launcher: number): number {
  try {
    if (!readlinkSync(`/proc/${launcher}/exe`).endsWith('sh')) return launcher;
    const [child] = readFileSync(`/proc/${launcher}/task/${launcher}/children`, 'latin1').split(' ');
    return child ? programOf(Number(child)) : launcher;
  } catch {
    return launcher;
  }
}
