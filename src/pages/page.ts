import { createHash } from 'node:crypto';
import { cleanLine, say, type Safe } from '../text/index.ts';
import { type Entry, type Problem, type Prose, type Reading } from '../news/index.ts';
import { wordCount } from '../prose/index.ts';
import { readArticle, withoutSite } from './article.ts';
import { bareEntry } from './bare-entry.ts';
import { linesOf } from './lines.ts';
import { partLists, type Piece, type Told } from './pieces.ts';
import { roleOf } from './roles.ts';

/** What the text of a news page holds. */
export interface PageText {
  readonly article: Entry;
  /** The articles that the page lists: a headline each, with the summary that the page gives. */
  readonly pieces: readonly Entry[];
  /** The site that published the page, by its own name or by the newsroom that signs; null when it does not say. */
  readonly site: Safe | null;
  /** How it was read, in sentences. */
  readonly why: readonly Safe[];
}

/** Returns the article on a news page, and the pieces it lists, from the page's plain text. */
export function readPageText(text: string): Reading<PageText> {
  const lines = linesOf(text).map(({ text: line, isSecond }): Told => ({ line, role: roleOf(line), isSecond }));
  const { pieces, rest, above } = partLists(lines);
  const { title, site, desk, why, ...draft } = readArticle(rest, above);
  const named = withoutSite(title ?? cleanLine('Untitled'));
  const problems: Problem[] =
    title === null
      ? [{ kind: 'unreadable', where: say`the page`, detail: say`has no line that could be a title` }]
      : [];
  const article = bareEntry({
    ...draft,
    title: named.title,
    words: wordCount(draft.body),
    fingerprint: fingerprint(text),
    problems: problems.map(({ detail }) => ({ detail })),
  });
  const paragraphs = draft.body.filter(({ type }) => type === 'paragraph').length;
  return {
    value: {
      article,
      pieces: pieces.map(entryOf),
      site: site ?? named.site ?? desk,
      why: [...why, say`${paragraphs} paragraphs are the body; ${pieces.length} pieces are listed.`],
    },
    problems,
  };
}

/** Returns whether a text is rather that of a news page than Markdown: it shows a page's furniture, and none of Markdown's marks. */
export function looksLikePageText(text: string): boolean {
  const start = text.slice(0, 50_000);
  if (/^(?:#{1,6} |```|---\s*$|\+\+\+\s*$|>\s|\[[^\]]+\]:\s)|\]\(|\[\[|\*\*\S|^\s*[-*+] \S.*\n\s*[-*+] \S/m.test(start))
    return false;
  return linesOf(start).some(({ text }) => !['text', 'also-see', 'tags'].includes(roleOf(text).type));
}

function entryOf({ title, summary, byline, published }: Piece): Entry {
  const body: Prose = [
    { type: 'notice', text: say`Only the headline and summary of this piece were on the page that lists it.` },
  ];
  return bareEntry({
    title,
    summary,
    byline,
    published,
    body,
    fingerprint: fingerprint(`${title}\n${summary ?? ''}`),
  });
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
