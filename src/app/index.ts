// Lives here: the running reader: its screens on a stack, its keys, its deeds, and the folders and settings it starts from.
// Does not live here: what a key means in a screen (screens), or what the command line prints (cli).
// Ink and React are loaded once the first frame is drawn, and never for what the command line takes from here.
export { contentFolder, homeOf, type Environment, type Home } from './home.ts';
export { checkSettings, readSettings, settingRows, type SettingRow, type Settings } from './settings.ts';
export { changeSetting } from './settings-change.ts';
export { allLists, muteRules, withQuery } from './own-lists.ts';
export { commandTable } from './keymap.ts';
export { runReader, type Opened } from './reader.ts';
