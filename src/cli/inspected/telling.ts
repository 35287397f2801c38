import type { Inspection } from '../../desk/index.ts';
import type { Context, Outcome } from '../verb.ts';
import { tellFeed } from './feed.ts';
import { tellOutline } from './outline.ts';
import { tellPage } from './page.ts';
import { tellText } from './text.ts';

/** What a verb says of a document, and whether nothing was made of it. */
export interface Telling extends Pick<Outcome, 'data' | 'text'> {
  readonly nothing: boolean;
}

/** Returns what is said of an inspected document, by its format. */
export function tell(inspection: Inspection, context: Context): Telling {
  switch (inspection.format) {
    case 'feed':
      return tellFeed(inspection, context);
    case 'outline':
      return tellOutline(inspection);
    case 'web-page':
      return tellPage(inspection, context);
    case 'markdown':
    case 'page-text':
      return tellText(inspection);
  }
}
