import { clean } from '../text/index.ts';
import type { ArticleId, Comparison, Stretch } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { changesBetween } from '../related/index.ts';

/** Returns how its source changed the article, word by word, the last change first. */
export function changesOf(library: Library, article: ArticleId): readonly Comparison[] {
  return library.corrections(article).map(({ seen, title, text }) => ({
    seen,
    title: stretches(title),
    text: stretches(text),
  }));
}

function stretches({ before, after }: { readonly before: string; readonly after: string }): readonly Stretch[] {
  return changesBetween(before, after).map(({ kind, text }) => ({ kind, text: clean(text) }));
}
