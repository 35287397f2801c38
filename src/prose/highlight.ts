import type { Block, CodeToken, ListEntry, Prose, Span } from '../news/index.ts';
import { slice, type Safe } from '../text/index.ts';
import { wordsOf } from './pen.ts';

/** Longest code that is coloured, in UTF-16 units, in one block and in the whole prose. */
const longestBlock = 50_000;
const longestTotal = 200_000;

/** Languages that are coloured. highlight.js knows more, but writes to the terminal when it is asked for one it does not. */
const languages = new Set(
  (
    'bash sh zsh shell console c h cpp c++ cs csharp css scss less diff patch dockerfile elixir erlang go golang ' +
    'haskell hs html xml svg ini toml java js javascript jsx json kotlin kt latex tex lisp lua makefile markdown md nginx ' +
    'objectivec ocaml perl pl php powershell ps python py r ruby rb rust rs scala sql swift ts typescript tsx vim yaml yml'
  ).split(' '),
);

/** Takes some code apart in a language; null when nothing in it has a part. */
type Highlighter = (code: Safe, language: string) => readonly Span[] | null;

/**
 * Returns the prose with the parts of its code told apart (`Span.token`), by the highlighter inside marked-terminal, which
 * is loaded when there is code to colour. Code in unknown languages, without a language, or too long stays as it is, as
 * does all code where the terminal has no colours.
 */
export async function highlight(prose: Prose): Promise<Prose> {
  if (!prose.some(hasCode)) return prose;
  const highlighter = await loadHighlighter();
  let left = longestTotal;
  const coloured = (block: Block): Block => {
    switch (block.type) {
      case 'code': {
        const code = wordsOf(block.spans);
        if (!isKnown(block.language) || code.length > Math.min(left, longestBlock)) return block;
        left -= code.length;
        return { ...block, spans: highlighter(code, block.language.toLowerCase()) ?? block.spans };
      }
      case 'list':
        return {
          ...block,
          entries: block.entries.map((entry): ListEntry => ({ ...entry, blocks: entry.blocks.map(coloured) })),
        };
      case 'quote':
        return { ...block, blocks: block.blocks.map(coloured) };
      case 'footnotes':
        return { ...block, notes: block.notes.map((note) => ({ ...note, blocks: note.blocks.map(coloured) })) };
      default:
        return block;
    }
  };
  return prose.map(coloured);
}

function hasCode(block: Block): boolean {
  if (block.type === 'code') return isKnown(block.language);
  if (block.type === 'list') return block.entries.some((entry) => entry.blocks.some(hasCode));
  if (block.type === 'quote') return block.blocks.some(hasCode);
  return block.type === 'footnotes' && block.notes.some((note) => note.blocks.some(hasCode));
}

function isKnown(language: Safe | null): language is Safe {
  return language !== null && languages.has(language.toLowerCase());
}

/** What highlight.js calls the parts of code, and what they are to us; null for those that only hold others. */
const tokens: Readonly<Record<string, CodeToken | null>> = {
  keyword: 'keyword',
  selector: 'keyword',
  name: 'keyword',
  literal: 'number',
  number: 'number',
  string: 'string',
  regexp: 'string',
  symbol: 'string',
  link: 'string',
  comment: 'comment',
  doctag: 'comment',
  quote: 'comment',
  meta: 'comment',
  title: 'name',
  attr: 'name',
  attribute: 'name',
  variable: 'name',
  section: 'name',
  template: 'name',
  type: 'type',
  built_in: 'type',
  bullet: 'operator',
  addition: 'added',
  deletion: 'removed',
  class: null,
  function: null,
  params: null,
  subst: null,
  tag: null,
  code: null,
  emphasis: null,
  strong: null,
  formula: null,
  default: null,
};

/** Before a part stand this and the letter of its token; after it, the other. Safe text holds no such characters. */
const opening = '\u0001';
const closing = '\u0002';
const letters: readonly (CodeToken | null)[] = [...new Set(Object.values(tokens))];

async function loadHighlighter(): Promise<Highlighter> {
  const { markedTerminal } = await import('marked-terminal');
  const theme = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [
      name,
      (text: string) =>
        token === null ? text : opening + String.fromCharCode(65 + letters.indexOf(token)) + text + closing,
    ]),
  );
  const { renderer } = markedTerminal({ code: (text: string) => text, tab: 0 }, { theme });
  const draw = renderer?.code as ((this: object, code: object) => string) | undefined;
  return (code, language) => {
    const drawn = draw?.call({}, { type: 'code', raw: code, text: code, lang: language });
    return typeof drawn === 'string' ? spansOf(drawn, code) : null;
  };
}

/** Returns the spans between the signs; null when the words are not exactly the code's, or have no parts. */
function spansOf(drawn: string, code: Safe): readonly Span[] | null {
  const spans: Span[] = [];
  const open: CodeToken[] = [];
  let offset = 0;
  for (let index = 0; index < drawn.length && offset < code.length;) {
    if (drawn[index] === opening) {
      open.push(letters[drawn.charCodeAt(index + 1) - 65]!);
      index += 2;
    } else if (drawn[index] === closing) {
      open.pop();
      index++;
    } else {
      const end = signAfter(drawn, index);
      const text = slice(code, offset, offset + end - index);
      if (drawn.slice(index, index + text.length) !== text) return null;
      const token = open.at(-1);
      spans.push(token ? { text, token } : { text });
      offset += text.length;
      index = end;
    }
  }
  return offset === code.length && spans.some((span) => span.token) ? spans : null;
}

function signAfter(drawn: string, from: number): number {
  for (let index = from; index < drawn.length; index++) {
    if (drawn[index] === opening || drawn[index] === closing) return index;
  }
  return drawn.length;
}
