import type { Safe } from '../text/index.ts';
import type { Headline, SmartList } from '../news/index.ts';
import type { Effect } from './effect.ts';

export type PromptPurpose =
  | 'filter'
  | 'find'
  | 'tags'
  | 'tagAll'
  | 'untagAll'
  | 'name'
  | 'source'
  | 'keep'
  | 'rename'
  | 'mute';
export type ChooserPurpose = 'sort' | 'theme' | 'outline' | 'links' | 'lists' | 'feeds' | 'stories' | 'muted' | 'mute';

/** One row of a chooser, and what choosing it does. */
export interface Choice {
  readonly label: Safe;
  /** Shown at the right: a key, a count, a date. */
  readonly detail: Safe | null;
  readonly effects: readonly Effect[];
}

/** Which screen to put on the stack, and with what. A dialog is a screen: there are no "is it open" flags. */
export type Opening =
  | { readonly screen: 'headlines'; readonly list: SmartList }
  | { readonly screen: 'prompt'; readonly purpose: PromptPurpose; readonly label: Safe; readonly text: Safe }
  | {
      readonly screen: 'chooser';
      readonly purpose: ChooserPurpose;
      readonly title: Safe;
      readonly choices: readonly Choice[];
      readonly selected: number;
      /** What to do when it is left without choosing, such as to put the old theme back. */
      readonly onLeave?: readonly Effect[];
      /** Whether moving over a choice already does it. */
      readonly live?: boolean;
    }
  | { readonly screen: 'palette' }
  | { readonly screen: 'help' }
  | { readonly screen: 'trail' }
  | { readonly screen: 'problems' }
  | { readonly screen: 'sources' }
  | { readonly screen: 'search'; readonly words: Safe }
  | { readonly screen: 'peek'; readonly link: number }
  /** The story that an article belongs to, what lies around an article, and how an article was changed. */
  | { readonly screen: 'story' | 'map' | 'changes'; readonly article: Pick<Headline, 'id' | 'title'> };
