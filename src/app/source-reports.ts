import type { Instant, SourceReport } from '../news/index.ts';
import { isListed, reportOn, type Library } from '../library/index.ts';

/**
 * Returns what the list of sources tells of: every source that is kept and every site that a link led to, with how it goes and
 * what came of it. What is left of removed sources is none.
 */
export function sourceReports(library: Library, now: Instant): readonly SourceReport[] {
  const sources = library
    .sources()
    .filter((source) => isListed(source) && (source.kept || /^https?:/i.test(source.location)));
  return reportOn(library, sources, now);
}
