import { say, type Safe } from '../text/index.ts';
import type { Entry, Link, Reading } from '../news/index.ts';
import { decode, isMarkdownName, parsePlain, readEntry } from '../catalog/index.ts';
import { looksLikePageText, readPageText } from '../pages/index.ts';

/** What the reader makes of a document, and why. */
export interface Inspection {
  readonly format: 'markdown' | 'page-text';
  /** Null when it is a draft. */
  readonly article: Entry | null;
  readonly links: readonly Link[];
  /** The other articles that a page lists, with the summaries it gives. */
  readonly pieces: readonly Entry[];
  /** Who published the page, where it says so. */
  readonly site: Safe | null;
  /** How it was read, in sentences. */
  readonly why: readonly Safe[];
}

/**
 * Returns what is made of a document's bytes. Its name decides between Markdown and a page's text, and where there is no telling
 * name, its looks. With `plain`, nothing is parsed: for what took too long before.
 */
export function inspect(
  name: string | null,
  bytes: Uint8Array,
  format: Inspection['format'] | null,
  plain: boolean,
): Reading<Inspection> {
  const { text, complaint } = decode(bytes);
  const decided = format ? { format, because: say`it was asked for so` } : decide(name, text);
  const { value, problems } =
    decided.format === 'page-text' && !plain ? asPage(text) : asMarkdown(name ?? 'page.md', text, plain);
  const because = say`Read as ${decided.format === 'markdown' ? say`Markdown` : say`the text of a page`}: ${decided.because}.`;
  const where = value.article?.title ?? say`the text`;
  return {
    value: { ...value, format: decided.format, why: [because, ...value.why] },
    problems: complaint ? [{ kind: 'unreadable', where, detail: complaint }, ...problems] : problems,
  };
}

function decide(name: string | null, text: string): { readonly format: Inspection['format']; readonly because: Safe } {
  if (name !== null && isMarkdownName(name)) return { format: 'markdown', because: say`its name ends so` };
  if (looksLikePageText(text))
    return { format: 'page-text', because: say`it has the lines that stand around an article on a page` };
  const because = say`it has none of the lines that stand around an article on a page`;
  return { format: 'markdown', because };
}

function asPage(text: string): Reading<Omit<Inspection, 'format'>> {
  const { value, problems } = readPageText(text);
  const { article, pieces, site, why } = value;
  return { value: { article, pieces, site, why, links: article.links }, problems };
}

function asMarkdown(path: string, text: string, plain: boolean): Reading<Omit<Inspection, 'format'>> {
  const { value, problems } = plain ? readEntry(path, text, parsePlain) : readEntry(path, text);
  return {
    value: {
      article: value,
      links: value?.links ?? [],
      pieces: [],
      site: null,
      why: value ? told(value, text) : [say`It is a draft.`],
    },
    problems,
  };
}

function told(article: Entry, text: string): readonly Safe[] {
  const hasMatter = /^\ufeff?(?:---|\+\+\+)/.test(text);
  const count = (relation: Link['relation']) => article.links.filter((link) => link.relation === relation).length;
  return [
    hasMatter ? say`Front matter stands between the fences at its beginning.` : say`It has no front matter.`,
    say`${article.words} words, ${count('also-see')} “Also see” links, ${count('background')} background links, ${count('inline')} links in the text.`,
  ];
}
