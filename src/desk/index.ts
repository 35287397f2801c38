// Lives here: the work of a newsroom: foreign documents are read in a worker, and what they say is filed in the library.
// Does not live here: how anything is parsed (catalog, feeds, pages, prose), or how it is kept (library).
// No document can hold up the reader: one that takes too long is ended and filed as plain text.
export { openDesk, type Desk, type DeskOptions, type Imported, type Progress } from './desk.ts';
export type { ChosenFeed } from './keep-feed.ts';
export type {
  FeedInspection,
  Inspection,
  OutlineInspection,
  PageInspection,
  Provenance,
  TextInspection,
} from './paper.ts';
