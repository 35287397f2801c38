/** An expression of newsboat's filter language. */
export type Filter = { readonly type: 'and' | 'or'; readonly left: Filter; readonly right: Filter } | Comparison;

/** One attribute compared with a value. Of what `between` compares with, the value is two numbers with a colon. */
export interface Comparison {
  readonly type: 'comparison';
  readonly attribute: string;
  readonly operator: string;
  readonly value: string;
}

const token =
  /\s*(?:(?<sign>[()])|(?<operator>=~|==|!=|!~|<=|>=|!#|[=<>#]|between\b)|"(?<text>(?:[^"\\]|\\.)*)"|(?<number>-?\d+(?::-?\d+)?)|(?<word>[\w.-]+))/y;
const longest = 10_000;
const deepest = 200;

/**
 * Returns what the expression says, or null when it is none. `and` and `or` bind alike, and to the right, as newsboat reads
 * them: https://newsboat.org/releases/2.40/docs/newsboat.html#_filter_language
 */
export function readFilter(expression: string): Filter | null {
  const tokens = expression.length > longest ? null : tokensOf(expression.trim());
  if (!tokens) return null;
  const reader = { tokens, at: 0 };
  const filter = readTerms(reader, 0);
  return reader.at === tokens.length ? filter : null;
}

type Token = Partial<Record<'sign' | 'operator' | 'text' | 'number' | 'word', string>>;

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function tokensOf(expression: string): readonly Token[] | null {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.length) {
    const groups = token.exec(expression)?.groups;
    if (!groups) return null;
    found.push(groups);
  }
  return found;
}

function readTerms(reader: Reader, depth: number): Filter | null {
  const left = readTerm(reader, depth);
  const type = reader.tokens[reader.at]?.word;
  if (!left || (type !== 'and' && type !== 'or')) return left;
  reader.at++;
  const right = depth > deepest ? null : readTerms(reader, depth + 1);
  return right && { type, left, right };
}

function readTerm(reader: Reader, depth: number): Filter | null {
  if (reader.tokens[reader.at]?.sign !== '(') return readComparison(reader);
  reader.at++;
  const inside = depth > deepest ? null : readTerms(reader, depth + 1);
  return reader.tokens[reader.at++]?.sign === ')' ? inside : null;
}

function readComparison(reader: Reader): Comparison | null {
  const [attribute, operator, value] = reader.tokens.slice(reader.at, reader.at + 3);
  reader.at += 3;
  const compared = value?.text?.replace(/\\(.)/g, '$1') ?? value?.number;
  if (attribute?.word === undefined || operator?.operator === undefined || compared === undefined) return null;
  return { type: 'comparison', attribute: attribute.word, operator: operator.operator, value: compared };
}
