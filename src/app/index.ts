// Lives here: the running reader: its screens on a stack, its keys, its deeds, and the folders and settings it starts from.
// Does not live here: what a key means in a screen (screens), or what the command line prints (cli).
// Settings and folders cost nothing here: screens, kit and React are loaded when the reader is wanted.
export { contentFolder, homeOf, type Environment, type Home } from './home.ts';
export { checkSettings, readSettings, settingRows, type SettingRow, type Settings } from './settings.ts';
export { changeSetting } from './settings-change.ts';
export { allLists, muteRules, withQuery } from './own-lists.ts';
export { commandTable, runReader } from './doors.ts';
export type { Opened } from './reader.ts';
