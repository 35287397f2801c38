import { Lexer, Marked, Tokenizer, type MarkedToken, type Token, type TokensList } from 'marked';
import { deepestInline, inlineBudget, inlineCost } from './bounds.ts';
import { extensions, type Footnotes, type FootnoteToken, type NoteToken, type WikilinkToken } from './extensions.ts';

type InlineType =
  | 'text'
  | 'escape'
  | 'strong'
  | 'em'
  | 'del'
  | 'codespan'
  | 'br'
  | 'html'
  | 'link'
  | 'image'
  | 'checkbox';
/** What may stand in a paragraph, as marked and our extensions to it understand it. */
export type InlinePiece = Extract<MarkedToken, { type: InlineType }> | NoteToken | WikilinkToken;
/** What may stand in a document, a quote or an entry of a list. */
export type BlockPiece =
  | Exclude<MarkedToken, { type: Exclude<InlineType, 'text' | 'html' | 'checkbox'> | 'list_item' }>
  | FootnoteToken;

export interface Lexed {
  readonly pieces: readonly BlockPiece[];
  /** What footnotes say, by their labels. */
  readonly footnotes: ReadonlyMap<string, FootnoteToken>;
  /** Whether some of it was nested too deep, or too entangled, and was left as plain text. */
  readonly incomplete: boolean;
}

const marked = new Marked({ gfm: true, extensions });

/**
 * Returns the text taken apart. Blocks come first and the words in them after, paragraph by paragraph, so that one
 * hostile paragraph costs no other its markup. Throws what marked throws: a RangeError, or its own about a loop.
 */
export function lex(text: string, depth: number): Lexed {
  const lexer = new BoundedLexer(depth);
  lexer.blockTokens(text, lexer.tokens);
  let budget = inlineBudget;
  for (const { src, tokens } of lexer.inlineQueue) {
    const cost = inlineCost(src);
    if (cost > budget || !lexer.words(src, tokens)) lexer.leave(src, tokens);
    else budget -= cost;
  }
  return { pieces: blockPieces(lexer.tokens), footnotes: lexer.footnotes, incomplete: lexer.incomplete };
}

/** Returns the tokens as the closed sets that they are: no extension but ours makes others. */
export function blockPieces(tokens: readonly Token[] | undefined): readonly BlockPiece[] {
  return (tokens ?? []) as readonly BlockPiece[];
}

export function inlinePieces(tokens: readonly Token[] | undefined): readonly InlinePiece[] {
  return (tokens ?? []) as readonly InlinePiece[];
}

/** marked's lexer, which goes down only so many levels and leaves what is below as plain text. */
class BoundedLexer extends Lexer implements Footnotes {
  readonly footnotes = new Map<string, FootnoteToken>();
  incomplete = false;
  readonly #deepest: number;
  #blocks = 0;
  #inlines = 0;

  constructor(depth: number) {
    super({ ...marked.defaults, tokenizer: new Tokenizer() });
    this.#deepest = depth;
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean): Token[] {
    if (this.#blocks > this.#deepest) {
      this.incomplete = true;
      tokens.push({ type: 'paragraph', raw: src, text: src, tokens: [plain(src)] });
      return tokens;
    }
    this.#blocks++;
    try {
      return super.blockTokens(src, tokens, lastParagraphClipped);
    } finally {
      this.#blocks--;
    }
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.#inlines > deepestInline) return this.leave(src, tokens);
    this.#inlines++;
    try {
      return super.inlineTokens(src, tokens);
    } finally {
      this.#inlines--;
    }
  }

  /** Takes one paragraph's words apart; returns false when marked cannot. What an earlier one left open is closed. */
  words(src: string, tokens: Token[]): boolean {
    this.state.inRawBlock = false;
    this.state.inLink = false;
    try {
      this.inlineTokens(src, tokens);
      return true;
    } catch {
      return false;
    }
  }

  /** Makes the tokens one of plain text. */
  leave(src: string, tokens: Token[]): Token[] {
    this.incomplete = true;
    tokens.splice(0, tokens.length, plain(src));
    return tokens;
  }
}

function plain(text: string): Token {
  return { type: 'text', raw: text, text };
}
