import { typeset } from '../prose/index.ts';
import { markdownOf } from './markdown.ts';
import type { WholePage } from './page.ts';
import type { Context, Paint } from './verb.ts';

/** Columns of a line when no terminal says how many there are. */
export const unknownWidth = 80;

/** Typesets for a width, null when nothing limits a line. */
type Setter = (width: number | null, paint: Paint) => Promise<readonly string[]>;

/** Returns what typesets a document for standard output: styled on a terminal, unless `plain`; `width` null is what fits. */
export function typesetter(page: WholePage, context: Context, width: number | null, plain: boolean): Setter {
  return async (columns, paint) => {
    if (plain || columns === null) return set(page, width ?? columns ?? unknownWidth, context);
    return draw(page, width ?? Math.min(columns, context.settings.value.width), context, paint);
  };
}

/** The words alone, typeset as the reader does it: exact at every width. */
async function set(page: WholePage, columns: number, context: Context): Promise<readonly string[]> {
  const lines = typeset(page.prose, { columns, ascii: !context.terminal.unicode });
  return lines.map((line) =>
    line.runs
      .map((run) => run.text)
      .join('')
      .trimEnd(),
  );
}

async function draw(page: WholePage, columns: number, context: Context, paint: Paint): Promise<readonly string[]> {
  const { pretty } = await import('./pretty.ts');
  const address = (link: { readonly address: string | null }) =>
    /^https?:/.test(link.address ?? '') ? link.address : null;
  return pretty(markdownOf(page.prose, page.links, { address }), { columns, unicode: context.terminal.unicode, paint });
}
