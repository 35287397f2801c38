import { readFileSync } from 'node:fs';
import { cleanLine, say } from '../text/index.ts';
import { failure } from './one.ts';
import { locate } from './location.ts';
import { deed, WrongUse, type Context, type Outcome } from './verb.ts';

/** `alsosee inspect`: `data` is what the desk makes of the bytes (desk/inspect.ts). */
export const inspect = deed({
  options: {},
  more: ['Reads a file, or standard input with "-". Nothing is kept.'],
  completes: 'path',
  async run(context, _, positionals) {
    const [path, another] = positionals;
    if (path === undefined || another !== undefined)
      throw new WrongUse('Inspect what? One file, or "-" for standard input.');
    if (path === '-') return inspected(null, await context.input(), context);
    const location = locate(path, context.folder);
    if ('detail' in location) return failure([location]);
    if (location.kind === 'page') return inspected(location.path, readFileSync(location.path), context);
    const detail = say`This is a folder. "alsosee check" looks through a folder.`;
    return failure([{ kind: 'unreadable', where: location.name, detail }]);
  },
});

async function inspected(path: string | null, bytes: Uint8Array, context: Context): Promise<Outcome> {
  const { value, problems } = await (await context.desk()).inspect(path, bytes);
  return { data: value, problems, text: () => told(value, '') };
}

/** Returns any plain value as indented lines of "name: value", nothing left out. */
function told(value: unknown, indent: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}${cleanLine(String(value))}`];
  return Object.entries(value).flatMap(([name, part]) => {
    const label = Array.isArray(value) ? '-' : `${name}:`;
    if (typeof part !== 'object' || part === null) return [`${indent}${label} ${cleanLine(String(part ?? '—'))}`];
    const inner = told(part, `${indent}  `);
    return inner.length === 0 ? [] : [`${indent}${label}`, ...inner];
  });
}
