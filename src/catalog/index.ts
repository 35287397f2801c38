// Lives here: reading folders of Markdown and themes: front matter, file names, walking, watching.
// Does not live here: Markdown itself (prose), what a theme means (theme), keeping anything (library).
// Files are foreign: nothing in them is evaluated, nothing outside the folder is read, and no reading ever fails.
export { readEntry } from './entry.ts';
export { parsePlain } from './plain.ts';
export { readThemes, type ThemeText } from './themes.ts';
export { isMarkdownName, readDocument, type FileSeen } from './walk.ts';
export { scanFolder, type Filing, type ScanEvent, type ScanOptions } from './scan.ts';
export { surveyFolder, type Survey } from './survey.ts';
export { watchFolder } from './watch.ts';
