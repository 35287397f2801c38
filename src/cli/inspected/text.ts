import type { Entry, Link } from '../../news/index.ts';
import type { TextInspection } from '../../desk/index.ts';
import { markdownOf } from '../markdown.ts';
import { iso } from '../records.ts';
import type { Paint } from '../verb.ts';
import { wrapWords } from '../wrap.ts';
import { fieldLines } from './fields.ts';
import type { Telling } from './telling.ts';

/** Tells of Markdown and of the text of a page. */
export function tellText(inspection: TextInspection): Telling {
  return {
    data: textRecord(inspection),
    nothing: inspection.article === null,
    text: (width, paint) => told(inspection, width, paint),
  };
}

/** Returns what JSON tells of Markdown or the text of a page. */
function textRecord({ format, article, links, pieces, site, why }: TextInspection) {
  return {
    format,
    article: article && { ...entryRecord(article), markdown: markdownOf(article.body, article.links) },
    links: links.map(linkRecord),
    pieces: pieces.map(entryRecord),
    site,
    why,
  };
}

function entryRecord(entry: Entry) {
  return {
    id: entry.declaredId,
    kind: entry.kind,
    title: entry.title,
    summary: entry.summary,
    byline: entry.byline,
    publisher: entry.publisher,
    published: iso(entry.published),
    updated: iso(entry.updated),
    place: entry.place,
    address: entry.address,
    language: entry.language,
    tags: entry.tags,
    aliases: entry.aliases,
    picture: entry.picture,
    authorNote: entry.authorNote,
    words: entry.words,
    links: entry.links.map(linkRecord),
    problems: entry.problems,
  };
}

function linkRecord({ relation, text, address }: Link) {
  return { relation, text, address };
}

function told(inspection: TextInspection, width: number | null, paint: Paint): readonly string[] {
  const { article, pieces, why } = inspection;
  const listed = pieces.flatMap(({ title, summary }) => [
    '',
    paint('strong', title),
    ...wrapWords(summary ?? '', width, '  '),
  ]);
  const found = article ? ['', ...fieldLines(entryRecord(article), width, paint)] : [];
  const body = article
    ? [
        '',
        ...markdownOf(article.body, article.links)
          .split('\n')
          .flatMap((line) => (line ? wrapWords(line, width, '') : [''])),
      ]
    : [];
  const heading = pieces.length > 0 ? ['', paint('strong', `Also listed on the page: ${pieces.length}`)] : [];
  return [...why.flatMap((sentence) => wrapWords(sentence, width, '')), ...found, ...body, ...heading, ...listed];
}
