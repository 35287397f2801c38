import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'ink';
import {
  beside,
  footer,
  gauge,
  overlay,
  paintRow,
  panel,
  rule,
  sideways,
  signsFor,
  spread,
  twoColumns,
  type Piece,
  type Row,
  type Signs,
} from '../kit/index.ts';
import { Chooser, Rows } from '../kit/ink/index.ts';
import { prompt } from '../kit/typing/index.ts';
import { clean, cleanLine, say, type Safe } from '../text/index.ts';
import { depthOf, paintFor, parseTheme, roles, type Paint, type Role, type Theme } from '../theme/index.ts';
import { root } from './root.ts';

const columns = Math.max(40, Math.min(process.stdout.columns ?? 80, 100));

// Prints every part of the kit in every theme, each on dark and on light; with names, only those themes.
process.stdout.write(gallery(process.argv.slice(2)));

function gallery(names: readonly string[]): string {
  const depth = depthOf({ FORCE_COLOR: '3', ...process.env });
  const shown = themes().filter((theme) => names.length === 0 || names.includes(theme.name));
  const pages = shown.flatMap((theme) =>
    [true, false].flatMap((dark) => {
      const side = dark ? theme.dark : theme.light;
      // A gallery shows a theme's own page, whatever terminal it is printed on.
      return side ? [page(theme, paintFor({ ...theme, fills: true }, depth, dark), dark)] : [];
    }),
  );
  return `${pages.join('\n\n')}\n`;
}

function themes(): Theme[] {
  const folder = join(root, 'content/themes');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => parseTheme(readFileSync(join(folder, file), 'utf8'), cleanLine(file)).value);
}

function page(theme: Theme, paint: Paint, dark: boolean): string {
  const unicode = signsFor({});
  const ascii = signsFor({ LANG: 'C' });
  const title = spread(
    [is(say`${theme.name}, ${dark ? say`dark` : say`light`}`, 'title')],
    [is(theme.about, 'muted')],
    columns,
  );
  const drawn = [title, ...parts(unicode), ...rolesOnGrounds(), heading('In ASCII'), ...list(ascii), ...boxes(ascii)];
  const draw = (row: Row): string => paintRow(row, columns, paint, { links: true });
  return renderToString(
    <>
      <Rows rows={drawn.map(draw)} />
      <Rows rows={[draw(heading('A chooser'))]} />
      <Chooser options={options(unicode, draw)} selected={2} limit={4} />
    </>,
    { columns },
  );
}

function parts(signs: Signs): Row[] {
  return [
    heading('A list, and its bars'),
    ...list(signs),
    heading('An article'),
    ...article(signs),
    heading('Code'),
    ...code(),
    heading('Typing'),
    prompt(say`/`, { text: say`trade ties`, cursor: 6 }, columns),
    prompt(
      say`Search`,
      {
        text: say`a line that is much too long for its row, so it moves until its cursor shows: here it ends at last`,
        cursor: 99,
      },
      columns,
    ),
    heading('What lies over the screen'),
    ...boxes(signs),
    heading('Amounts'),
    ...amounts(signs),
    heading('Two columns, and rows beside rows'),
    ...pairs(signs),
  ];
}

function list(signs: Signs): Row[] {
  const tabs = [
    is(say` Also See   `, 'title'),
    is(say`1 Latest`, 'tabChosen'),
    is(say`   2 Unread 4   3 Bookmarks 1`, 'tab'),
  ];
  const row = (sign: Piece, title: Piece, end: Piece, isSelected: boolean): Row =>
    spread(
      [isSelected ? is(signs.bar, 'unread') : is(say` `), is(say` `), sign, is(say` `), title],
      [end, is(say` `)],
      columns,
      isSelected ? { ground: 'selection', ellipsis: signs.ellipsis } : { ellipsis: signs.ellipsis },
    );
  const rows = (isSelected: boolean): Row[] => [
    row(
      is(signs.unread, 'unread'),
      is(say`Pakistan and Rwanda agree to deepen trade ties`, 'headline'),
      is(say`21 Apr`, 'muted'),
      isSelected,
    ),
    row(
      is(signs.reading, 'reading'),
      is(say`The foreign minister meets the head of the SCO`),
      is(say`42 %   18 Apr`, 'muted'),
      isSelected,
    ),
    row(
      is(signs.bookmark, 'bookmark'),
      is(say`How the corridor came to be`, 'backgrounder'),
      is(say`backgrounder`, 'tag'),
      isSelected,
    ),
    row(
      is(signs.read, 'read'),
      is(say`北京市の市民は新しい交通計画について意見を述べた`, 'read'),
      is(say`2 Mar`, 'muted'),
      isSelected,
    ),
  ];
  return [
    spread(tabs, [is(say`6 articles `, 'muted')], columns, { ground: 'bar' }),
    rule(columns, signs),
    { pieces: [is(say`  APRIL 2025`, 'section')] },
    ...rows(false),
    ...rows(true),
    rule(columns, signs),
    footer(hints(signs), columns),
    footer(hints(signs), 30),
    spread([is(say` Marked as read ${signs.dot} u undo`, 'toast')], [], columns, { ground: 'toast' }),
  ];
}

function hints(signs: Signs) {
  const hint = (chord: string, words: Safe, pinned = false) => ({ key: signs.keyName(chord), words, pinned });
  return [
    hint('enter', say`read`),
    hint('s', say`bookmark`),
    hint('m', say`mark read`),
    hint('/', say`filter`),
    hint('ctrl+r', say`redo`),
    hint('?', say`help`, true),
  ];
}

function article(signs: Signs): Row[] {
  return [
    { pieces: [is(say`Pakistan and Rwanda agree to deepen ties`, 'title')] },
    {
      pieces: [
        is(say`By News Desk ${signs.dot} Mon 21 April 2025 ${signs.dot} 3 min`, 'muted'),
        is(say`  diplomacy`, 'tag'),
      ],
    },
    {
      pieces: [
        is(say`They spoke of `),
        { ...is(say`the corridor`, 'link'), address: say`https://example.org/corridor` },
        is(say`, of `),
        is(say`the talks`, 'linkRead'),
        is(say`, of `),
        is(say`a treaty`, 'linkMissing'),
        is(say` and of `),
        is(say`ports`, 'linkChosen'),
        is(say` `),
        is(say`f`, 'hint'),
      ],
    },
    {
      pieces: [
        { ...is(say`Strong`), strong: true },
        is(say`, `),
        { ...is(say`stressed`), emphasis: true },
        is(say`, `),
        { ...is(say`struck out`), struck: true },
        is(say`; a `),
        is(say`match`, 'match'),
        is(say`, the chosen `),
        is(say`match`, 'matchChosen'),
      ],
    },
    {
      pieces: [
        is(say`${signs.alsoSee} `, 'alsoSee'),
        is(say`Also see The minister meets the head of the SCO`, 'alsoSee'),
        is(say`  ${signs.unread} unread`, 'muted'),
      ],
    },
    rule(columns, signs, [is(say`Background`, 'section')]),
    { pieces: [is(say`“Ports are patience”, he said.`, 'quote')] },
    { pieces: [is(say`Two delegations at a table in Islamabad`, 'figure')] },
    { pieces: [is(say`Shown as plain text: its HTML could not be read.`, 'notice')] },
    { pieces: [is(say`${signs.missing} The folder is gone. Name it again with A.`, 'problem')] },
  ];
}

function code(): Row[] {
  return [
    {
      pieces: [
        is(say`const `, 'codeKeyword'),
        is(say`minutes`, 'codeName'),
        is(say`: `, 'code'),
        is(say`number`, 'codeType'),
        is(say` = `, 'code'),
        is(say`230`, 'codeNumber'),
        is(say` + `, 'code'),
        is(say`'words'`, 'codeString'),
        is(say`  // a comment`, 'codeComment'),
      ],
    },
    { pieces: [is(say`- the old line`, 'removed')] },
    { pieces: [is(say`+ the new line`, 'added')] },
  ];
}

function boxes(signs: Signs): readonly Row[] {
  const base = Array.from({ length: 7 }, (): Row => ({
    pieces: [is(clean('The ministers met 在北京市的外交部 on Monday to speak of trade. '.repeat(2)))],
  }));
  const lines: Row[] = [
    { pieces: [is(say`h`, 'barKey'), is(say`  the trail`)] },
    { pieces: [is(say`b`, 'barKey'), is(say`  the background to this story, in full`)] },
    { pieces: [is(say`s`, 'barKey'), is(say`  the story`)], ground: 'selection' },
  ];
  return overlay(base, panel(lines, [is(say`g ${signs.ellipsis}`, 'panelTitle')], 30, signs), { row: 1, column: 19 });
}

function amounts(signs: Signs): Row[] {
  const bar = gauge.thumb({ rows: 12, top: 20, shown: 10, of: 60 }, signs);
  return [
    { pieces: [...gauge.meter(0.42, 20, signs), is(say` 42 %`, 'muted')] },
    {
      pieces: [
        is(gauge.spark([0, 1, 3, 2, 8, 5, 4, 7, 6, 1, 0], 20, signs), 'spark'),
        is(say` articles a day`, 'muted'),
      ],
    },
    { pieces: bar.map((sign) => is(sign, 'rule')) },
  ];
}

function pairs(signs: Signs): readonly Row[] {
  const pair = (keys: Safe, words: Safe) => ({ left: [is(keys, 'barKey')], right: [is(words)] });
  const help = twoColumns(
    [pair(say`j ${signs.down}`, say`next`), pair(signs.keyName('ctrl+d'), say`half a page down`)],
    30,
    signs,
  );
  const moved = sideways([is(say`a table that is wider than the screen and moves`)], 8, 30, signs);
  return beside([...help], [{ pieces: moved }], 34, signs);
}

/** Every role by its name, on the page and on the selection. */
function rolesOnGrounds(): Row[] {
  const four = Array.from({ length: Math.ceil(roles.length / 5) }, (_, at) => roles.slice(at * 5, at * 5 + 5));
  const rows = (ground?: Role): Row[] =>
    four.map((few) => ({
      pieces: few.flatMap((role) => [is(cleanLine(role), role), is(say`  `)]),
      ...(ground && { ground }),
    }));
  return [heading('Roles on the page'), ...rows(), heading('Roles on the selection'), ...rows('selection')];
}

function options(signs: Signs, draw: (row: Row) => string) {
  return themes().map((theme) => {
    const pieces = [is(say` ${theme.name}  `), is(theme.about, 'muted')];
    const selected = spread([is(signs.bar, 'unread'), ...pieces], [], columns, { ground: 'selection' });
    return { key: theme.name, plain: draw({ pieces: [is(say` `), ...pieces] }), selected: draw(selected) };
  });
}

function heading(words: string): Row {
  return { pieces: [is(cleanLine(words), 'heading')] };
}

function is(text: Safe, role: Role = 'text'): Piece {
  return { text, role };
}
