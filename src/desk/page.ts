import { basename } from 'node:path';
import { cleanLine, type Safe } from '../text/index.ts';
import { titleKey, type ArticleId, type Entry, type Source } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import type { Imported, Place } from './desk.ts';
import type { Inspection } from './paper.ts';

/** Files what was found on a page. A piece whose article is here already, wherever it came from, is not filed again. */
export function filePage(at: Place, inspection: Inspection, place: string, kept: boolean): Imported | null {
  if (!('article' in inspection) || !inspection.article) return null;
  const { article, pieces, site } = inspection;
  const { library } = at;
  const source = sourceNamed(
    library,
    site ?? article.publisher ?? cleanLine(basename(place).replace(/\.\w+$/, '')),
    place,
    kept,
  );
  const everywhere = library.sources().map(({ id }) => id);
  const isNew = ({ title }: Entry) => library.articleTitled(title, everywhere) === null;
  library.file(source.id, [article, ...pieces.filter(isNew)], at.clock());
  const idOf = ({ title }: Entry): ArticleId | null =>
    library.articleTitled(title, [source.id]) ?? library.articleTitled(title, everywhere);
  const id = idOf(article);
  return id === null ? null : { article: id, pieces: pieces.map(idOf).filter((piece) => piece !== null) };
}

/** Pages of one publisher share a source. */
function sourceNamed(library: Library, name: Safe, place: string, kept: boolean): Source {
  const known = library.sources().find((source) => source.kind === 'page' && titleKey(source.name) === titleKey(name));
  if (known) return known.kept || !kept ? known : library.keepSource({ ...known, kept });
  return library.keepSource({ kind: 'page', name, location: place, kept });
}
