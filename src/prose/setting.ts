import type { Block, Span } from '../news/index.ts';
import { cleanLine, cut, join, say, slice, widthOf, type Safe } from '../text/index.ts';
import type { LineKind, Run } from './line.ts';
import type { Margin } from './margin.ts';
import { bordering, hanging } from './marks.ts';
import type { Page } from './page.ts';
import { nothing } from './pen.ts';
import { setTable } from './table.ts';
import { Styled } from './wrapping.ts';

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

/** Sets one block, and those inside it; `kind` is what words are in the block around it. */
export function setBlock(page: Page, block: Block, margin: Margin, kind: LineKind): void {
  switch (block.type) {
    case 'heading':
      return page.words(block.spans, margin, 'heading', undefined, block.level);
    case 'paragraph':
      return page.words(block.spans, margin, kind);
    case 'list':
      return setList(page, block, margin, kind);
    case 'quote':
      return setBlocks(
        page,
        block.blocks,
        page.inside(margin, bordering('border', say`${page.signs.quote} `)),
        'quote',
      );
    case 'code':
      return setCode(page, block.spans, page.inside(margin, bordering('border', say`  `)));
    case 'figure':
      return setFigure(page, block, page.inside(margin, hanging('box', say`${page.signs.picture} `)));
    case 'table':
      return setTable(page, block, margin);
    case 'alsoSee':
      return setAlsoSee(page, block, page.inside(margin, bordering('bar', say`${page.signs.bar} `)));
    case 'footnotes':
      return setFootnotes(page, block, margin);
    case 'notice':
      return page.words(
        [{ text: block.text }],
        page.inside(margin, hanging('note', say`${page.signs.notice} `)),
        'notice',
      );
    case 'rule':
      return setRule(page, page.columns - margin.columns, margin, 'rule');
  }
}

/** An empty line stands between blocks, but in the entries of a tight list. Without any block, the prefix stands alone. */
function setBlocks(page: Page, blocks: readonly Block[], margin: Margin, kind: LineKind, tight = false): void {
  blocks.forEach((block, index) => {
    if (index > 0 && !tight) page.blank(margin);
    setBlock(page, block, margin, kind);
  });
  if (blocks.length === 0) page.add(kind, margin, [], 0, page.offset);
}

function setList(page: Page, list: BlockOf<'list'>, margin: Margin, kind: LineKind): void {
  const first = list.start ?? 0;
  const digits = String(first + list.entries.length - 1).length;
  const bullet = page.signs.bullets[page.depth % page.signs.bullets.length]!;
  page.depth++;
  list.entries.forEach((entry, index) => {
    if (index > 0 && list.loose) page.blank(margin);
    const number =
      list.start === null ? bullet : say`${spaces(digits - String(first + index).length)}${first + index}.`;
    const box = entry.done ? page.signs.done : page.signs.open;
    const sign = entry.done === undefined ? number : list.start === null ? box : join([number, box], say` `);
    const mark = entry.done === undefined ? (list.start === null ? 'bullet' : 'number') : 'box';
    setBlocks(page, entry.blocks, page.inside(margin, hanging(mark, say`${sign} `)), kind, !list.loose);
  });
  page.depth--;
}

function spaces(count: number): Safe {
  return join(
    Array.from({ length: count + 1 }, () => nothing),
    say` `,
  );
}

/** Code is kept as it is written, with tabs to the next fourth column. */
function setCode(page: Page, spans: readonly Span[], margin: Margin): void {
  const styled = new Styled(spans);
  const { words } = styled;
  let start = 0;
  for (let end = lineEnd(words, start); start <= words.length; start = end + 1, end = lineEnd(words, start)) {
    const runs = styled.between(start, end);
    const flat = words.includes('\t') ? withoutTabs(runs) : runs;
    const columns = flat.reduce((sum, run) => sum + widthOf(run.text), 0);
    page.add('code', margin, flat, columns, page.offset + start);
  }
  page.offset += words.length + 1;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

function withoutTabs(runs: readonly Run[]): readonly Run[] {
  let column = 0;
  return runs.map((run) => {
    const parts: Safe[] = [];
    let from = 0;
    const take = (end: number): void => {
      parts.push(slice(run.text, from, end));
      column += widthOf(parts.at(-1)!);
      from = end + 1;
    };
    for (let tab = run.text.indexOf('\t'); tab >= 0; tab = run.text.indexOf('\t', from)) {
      take(tab);
      const gap = 4 - (column % 4);
      parts.push(spaces(gap));
      column += gap;
    }
    take(run.text.length);
    return { ...run, text: join(parts, nothing) };
  });
}

function setFigure(page: Page, figure: BlockOf<'figure'>, margin: Margin): void {
  if (figure.alt !== '') page.words([{ text: figure.alt }], margin, 'figure');
  if (figure.caption.length > 0) page.words(figure.caption, margin, 'figure');
  if (figure.alt === '' && figure.caption.length === 0) {
    const name = cut(fileName(figure.address), page.columns - margin.columns);
    page.add('figure', margin, [{ text: name }], widthOf(name), page.offset);
  }
  if (figure.credit === null || figure.credit === '') return;
  const words = say`Image: `;
  page.words([{ text: join([words, figure.credit], nothing) }], margin, 'figure', { at: 0, length: words.length });
}

/** A picture without words is known by its file's name. */
function fileName(address: Safe | null): Safe {
  const path = (address ?? '').split(/[?#]/, 1)[0]!;
  const name = cleanLine(path.slice(path.lastIndexOf('/') + 1));
  return name === '' || path.startsWith('data:') ? say`Picture` : name;
}

/** The wording, an arrow that stays with it, and the title. */
function setAlsoSee(page: Page, { wording, spans }: BlockOf<'alsoSee'>, margin: Margin): void {
  const arrow = { text: say`\u00a0${page.signs.arrow} `, mark: 'bar' } as const;
  const added = { at: wording.length, length: 1 };
  page.words([{ text: wording, strong: true }, arrow, ...spans], margin, 'also-see', added);
}

/** Columns of the rule above the footnotes. */
const ruleOfNotes = 8;

function setFootnotes(page: Page, { notes }: BlockOf<'footnotes'>, margin: Margin): void {
  setRule(page, Math.min(ruleOfNotes, page.columns - margin.columns), margin, 'footnote');
  for (const { label, blocks } of notes) {
    setBlocks(page, blocks, page.inside(margin, hanging('note', say`[${label}] `)), 'footnote', true);
  }
}

function setRule(page: Page, columns: number, margin: Margin, kind: LineKind): void {
  const text = join(
    Array.from({ length: columns }, () => page.signs.rule),
    nothing,
  );
  page.add(kind, margin, [{ text, mark: 'border' }], columns, page.offset);
}
