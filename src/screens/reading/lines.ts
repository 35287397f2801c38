import { judgeAddress } from '../../address/index.ts';
import { cleanLine, pad, say, slice, widthOf } from '../../text/index.ts';
import type { Run } from '../../prose/index.ts';
import { overlay, rule, sideways, type Piece, type Row } from '../../kit/index.ts';
import type { Role } from '../../theme/index.ts';
import type { World } from '../world.ts';
import { isWeb } from '../addresses.ts';
import { hintFor } from './hints.ts';
import { marginOf } from './margin.ts';
import { columnsOfText, type PageLine } from './page.ts';
import type { Part } from './section.ts';
import { matches, page, type Reading } from './state.ts';

/** Returns a line of the page as a row of the screen: margin, roles, chosen link, hits, letters. */
export function rowOfLine(state: Reading, pageLine: PageLine, index: number, world: World): Row {
  const { line, part } = pageLine;
  const pieces = line.runs.map((run): Piece => pieceOf(state, run, pageLine, world));
  const marked = withMatches(state, pieces, index, world);
  const hinted = state.mode.type === 'hints' ? withHints(state, marked, line.runs, index, world) : marked;
  const columns = columnsOfText(world);
  const shown = line.wide ? sideways(hinted, state.shift, columns, world.signs) : hinted;
  const margin: Piece = { text: pad(say``, marginOf(world)), role: 'text' };
  const isSection = part === 'section' && line.kind === 'heading';
  return { pieces: [margin, ...(isSection ? rule(columns, world.signs, shown).pieces : shown)] };
}

const partRoles: { readonly [part in Part]?: Role } = {
  title: 'title',
  facts: 'muted',
  note: 'muted',
  section: 'section',
};

function pieceOf(state: Reading, run: Run, { line, part }: PageLine, world: World): Piece {
  const role = roleOf(state, run, line.kind, part, world);
  return {
    text: part === 'foot' && run.mark === 'bullet' && run.text.trim() !== '' ? say`${world.signs.alsoSee} ` : run.text,
    role,
    ...(run.strong || part === 'title' || part === 'section' ? { strong: true } : {}),
    ...(run.emphasis ? { emphasis: true } : {}),
    ...(run.struck ? { struck: true } : {}),
    ...(run.link === undefined ? {} : linked(state, run.link, world)),
  };
}

/**
 * Links are underlined, and those to the public web can be clicked in terminals that open addresses. Not so where the words are an
 * address themselves: a terminal opens those as they stand, and words that name another address would lie.
 */
function linked(state: Reading, link: number, world: World): Pick<Piece, 'underline' | 'address'> {
  const target = page(state, world).links[link]?.link;
  const address = target && !target.target && !/:\/\/|^www\./.test(target.text) ? target.address : null;
  return {
    underline: link !== state.link,
    ...(address && judgeAddress(address).verdict === 'public' ? { address } : {}),
  };
}

function roleOf(state: Reading, run: Run, kind: PageLine['line']['kind'], part: Part, world: World): Role {
  if (run.link !== undefined) return linkRole(state, run.link, world);
  if (run.token) return tokenRoles[run.token];
  if (run.mark === 'bar') return 'alsoSee';
  if (run.mark) return kind === 'quote' ? 'quote' : 'muted';
  if (run.code) return 'code';
  // Why a link stands in the foot.
  if (part === 'foot' && run.emphasis) return 'muted';
  return partRoles[part] ?? kindRoles[kind] ?? 'text';
}

const kindRoles: { readonly [kind in PageLine['line']['kind']]?: Role } = {
  heading: 'heading',
  quote: 'quote',
  code: 'code',
  figure: 'figure',
  'also-see': 'alsoSee',
  rule: 'rule',
  notice: 'notice',
  footnote: 'muted',
  table: 'table',
};

const tokenRoles: Record<NonNullable<Run['token']>, Role> = {
  keyword: 'codeKeyword',
  string: 'codeString',
  number: 'codeNumber',
  comment: 'codeComment',
  name: 'codeName',
  type: 'codeName',
  operator: 'code',
  added: 'added',
  removed: 'removed',
};

function linkRole(state: Reading, link: number, world: World): Role {
  if (link === state.link) return 'linkChosen';
  const target = page(state, world).links[link]?.link;
  if (!target?.target) return target && isWeb(target.address) ? 'link' : 'linkMissing';
  return target.target.status.read === 'read' ? 'linkRead' : 'link';
}

/** Hits are marked over whatever they stand in, the one that n and N are at more strongly. */
function withMatches(state: Reading, pieces: readonly Piece[], index: number, world: World): readonly Piece[] {
  if (!state.find) return pieces;
  const found = matches(state, world);
  return found.reduce<readonly Piece[]>((marked, match, number) => {
    if (match.line !== index) return marked;
    return recoloured(marked, match.start, match.end, number === state.find?.at ? 'matchChosen' : 'match');
  }, pieces);
}

/** Returns the pieces with the text between two offsets in another role. */
function recoloured(pieces: readonly Piece[], start: number, end: number, role: Role): readonly Piece[] {
  let passed = 0;
  return pieces.flatMap((piece) => {
    const from = passed;
    passed += piece.text.length;
    const a = Math.max(0, start - from);
    const b = Math.min(piece.text.length, end - from);
    if (a >= b) return [piece];
    return [
      { ...piece, text: slice(piece.text, 0, a) },
      { ...piece, text: slice(piece.text, a, b), role },
      { ...piece, text: slice(piece.text, b) },
    ].filter((part) => part.text !== '');
  });
}

/** The letters of a link are laid over its beginning, so that no line moves. */
function withHints(
  state: Reading,
  pieces: readonly Piece[],
  runs: readonly Run[],
  index: number,
  world: World,
): readonly Piece[] {
  let hinted = pieces;
  let column = 0;
  for (const run of runs) {
    const hint = hintFor(state, world).find(({ link }) => link === run.link);
    if (hint && page(state, world).links[hint.link]?.line === index && !before(runs, run))
      hinted = laidOver(hinted, column, hint.letters);
    column += widthOf(run.text);
  }
  return hinted;
}

function before(runs: readonly Run[], run: Run): boolean {
  return runs.slice(0, runs.indexOf(run)).some(({ link }) => link === run.link);
}

function laidOver(pieces: readonly Piece[], column: number, letters: string): readonly Piece[] {
  const hint: Row = { pieces: [{ text: cleanLine(letters), role: 'hint', strong: true }] };
  return overlay([{ pieces }], [hint], { row: 0, column })[0]?.pieces ?? pieces;
}
