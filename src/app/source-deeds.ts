import { cleanLine, say } from '../text/index.ts';
import type { Source, SourceId } from '../news/index.ts';
import type { Message } from '../loop/index.ts';
import type { Library } from '../library/index.ts';
import type { Deeds } from './perform.ts';

/** Keeps what was typed: a folder, a file, or what lies at an address. */
export function addSource(location: string, deeds: Deeds): readonly Message[] {
  const { errands } = deeds;
  const place = deeds.placeTyped(location);
  switch (place.type) {
    case 'folder': {
      const name = cleanLine(place.path.split('/').findLast((part) => part !== '') ?? place.path);
      return errands.keepFolder(keep({ kind: 'folder', name, location: place.path, kept: true }, deeds));
    }
    case 'file':
      return errands.keepFile(place.path);
    case 'address':
      return errands.find(place.address);
    case 'nothing':
      return [{ type: 'told', words: place.why, stays: true }];
  }
}

/** Keeps a source, and has it listed. */
export function keep(source: Parameters<Library['keepSource']>[0], deeds: Deeds): Source {
  const kept = deeds.library.keepSource(source);
  deeds.sourceCame(kept);
  return kept;
}

export function removeSource(id: SourceId, deeds: Deeds): readonly Message[] {
  const source = deeds.library.sources().find((other) => other.id === id);
  if (!source) return [];
  deeds.library.removeSource(id);
  deeds.sourceWent(id);
  return [{ type: 'sourceRemoved', source }];
}

/** All that are listed are asked, but those that the reader left alone; one that is named is asked even then. */
export function refresh(of: SourceId | 'all', { library, errands, scope }: Deeds): readonly Message[] {
  const listed = scope();
  const asked = library
    .sources()
    .filter((source) => (of === 'all' ? listed.includes(source.id) && !source.paused : source.id === of));
  const source = asked.find(({ kind }) => kind !== 'page');
  if (!source)
    return [{ type: 'told', words: say`There is no feed and no folder here that could have news. A adds one.` }];
  return of === 'all' ? errands.refreshAll(asked, true) : errands.refreshOne(source);
}
