import { watch, type FSWatcher } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** How long changes are gathered before they are told, in milliseconds: an editor's save is several. */
const patience = 150;
/** Most folders that are watched one by one. */
const most = 2000;

/**
 * Calls back shortly after something in the folder changed, once for changes that come together. What cannot be watched
 * is not: then nothing happens. It keeps no program running. Returns what ends it.
 */
export function watchFolder(root: string, changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  const add = (folder: string, recursive: boolean): void => {
    if (isOver || watchers.has(folder) || watchers.size >= most) return;
    try {
      const watcher = watch(folder, { recursive, persistent: false }, notice);
      watcher.on('error', () => drop(folder));
      watchers.set(folder, watcher);
    } catch {
      // A folder that cannot be watched is read again at the next start.
    }
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const spread = async (): Promise<void> => {
    if (isNative) return add(root, true);
    const folders = await foldersBelow(root);
    for (const folder of watchers.keys()) if (!folders.has(folder)) drop(folder);
    for (const folder of folders) add(folder, false);
  };
  const notice = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isOver) return;
      void spread();
      changed();
    }, patience).unref();
  };

  void spread();
  return () => {
    isOver = true;
    clearTimeout(timer);
    for (const folder of watchers.keys()) drop(folder);
  };
}

/** Where the system itself watches a whole tree. On Linux, Node would watch each file on its own instead. */
const isNative = process.platform === 'darwin' || process.platform === 'win32';

async function foldersBelow(root: string): Promise<ReadonlySet<string>> {
  const folders = new Set([root]);
  for (const folder of folders) {
    try {
      for await (const entry of await opendir(folder)) {
        const isShown = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
        if (isShown && folders.size < most) folders.add(join(folder, entry.name));
      }
    } catch {
      // It went away meanwhile, or may not be read.
    }
  }
  return folders;
}
