import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The C compiler, as make calls it. */
const compiler = process.env['CC'] ?? 'cc';

/** Makes a library that is loaded before C's own from a source beside this file. Returns its path, or null where there is no compiler. */
export function shimIn(folder: string, name: 'failing-writes' | 'power-cut'): string | null {
  const made = join(folder, `${name}.so`);
  const source = join(import.meta.dirname, `${name}.c`);
  try {
    execFileSync(compiler, ['-shared', '-fPIC', '-O1', '-o', made, source, '-ldl']);
    return made;
  } catch {
    return null;
  }
}
