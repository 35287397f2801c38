import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Home } from '../rig/home.ts';
import type { Terminal } from '../rig/terminal.ts';
import type { Case } from './corpus.ts';
import { outward } from './outward.ts';
import { headlinesOf, mustStay, outline, quietFeed, shelfOf, type Shelf, type Source } from './shelf.ts';
import { movesMeanwhile } from './swift.ts';
import type { Trial } from './trial.ts';
import { openServer, type HostileServer } from './webServer.ts';

/** A case as a feed, and what of its address must not get anywhere else. */
interface Hostile {
  readonly of: Case;
  readonly path: string;
  readonly address: string;
}

const secret = 'reader:SECRET';

/**
 * Feeds whose server turns hostile, beside one that stays well: refreshed on the command line and, in a copy of the home, in the
 * reader, where a key is pressed meanwhile. What was there stays, the other one goes on, and the reason stands with the source.
 */
export async function tryNetwork(trial: Trial): Promise<void> {
  const server = await openServer(trial.corpus.folder);
  try {
    const feeds = trial.cases.map((hostile) => standing(trial, hostile, server));
    const well = wellAt(trial, ['Old one', 'Old two', 'Old three']);
    const addresses = feeds.map(({ address }) => ({ name: '', address }));
    // A list with several hosts of this machine's own network would be kept paused.
    await trial.runs(['import', trial.home.write('well.opml', outline([{ name: 'The well one', address: well }]))]);
    await trial.runs(['import', trial.home.write('feeds.opml', outline(addresses))]);
    await trial.runs(['refresh']);
    const before = await shelfOf(trial);
    using screen = new Home();
    cpSync(join(trial.home.folder, 'alsosee'), join(screen.folder, 'alsosee'), { recursive: true });
    for (const feed of feeds) turnHostile(trial, feed, server);
    wellAt(trial, ['Old one', 'Old two', 'Old three', 'Newest']);
    await onCommandLine(trial, feeds, before, server);
    await inReader(trial, feeds, before, screen);
    await mustGoNowhereElse(trial, server, [trial.home, screen]);
  } finally {
    server.close();
  }
}

function wellAt(trial: Trial, articles: readonly string[]): string {
  const ware = { type: 'text', text: quietFeed('the well one', articles), mediaType: 'text/xml' } as const;
  return trial.stand.put(`/${trial.cases[0]?.id}/well`, ware);
}

/** Puts a well feed at the address of a case; what is a port of its own is hostile from the beginning. */
function standing(trial: Trial, hostile: Case, { ports }: HostileServer): Hostile {
  const { route, port } = hostile.input;
  if (port) {
    const scheme = port === 'tcpReset' || port === 'tcpSilent' ? 'http' : 'https';
    return { of: hostile, path: '', address: `${scheme}://127.0.0.1:${ports[port]}/ok.xml` };
  }
  const path = `/${hostile.id}/feed`;
  const text = quietFeed(hostile.id, ['Old one', 'Old two', 'Old three']);
  const address = trial.stand.put(path, { type: 'text', text, mediaType: 'text/xml' });
  const isWithSecret = route?.startsWith('redirect/') ?? false;
  return { of: hostile, path, address: isWithSecret ? address.replace('//', `//${secret}@`) : address };
}

function turnHostile({ stand }: Trial, { of, path }: Hostile, { ports }: HostileServer): void {
  const { route } = of.input;
  if (route) stand.put(path, { type: 'from', port: ports['http'] ?? 0, path: `/${route}` });
}

/** Cases whose answer can only be trouble: told so in what they ask for. */
const onlyTrouble =
  /never a shorter feed|at the byte limit|given up within|with the cause|marked gone|Retry-After|not replaced by a 301/;

async function onCommandLine(
  trial: Trial,
  feeds: readonly Hostile[],
  before: Shelf,
  server: HostileServer,
): Promise<void> {
  const begun = Date.now();
  await trial.runs(['refresh']);
  const asked = await server.log();
  const after = await shelfOf(trial);
  mustStay(trial, before, after);
  trial.must(
    after.headlines.some(({ title }) => title === 'Newest of the well one'),
    'the feed beside it was not refreshed',
  );
  await trial.runs(['sources']);
  await trial.runs(['list']);
  for (const { of, address } of feeds) {
    const source = after.sources.find(({ location }) => location === address.replace(`${secret}@`, ''));
    mustBeTold(trial, of, source, begun);
    mustBeAskedOnce(trial, of, asked.hits);
  }
  await again(trial, feeds, server);
}

/** Milliseconds that a server which asks for a pause is left alone at least and at most. */
const pause = { least: 60_000, most: 86_400_000 };

function mustBeTold(trial: Trial, of: Case, source: Source | undefined, begun: number): void {
  const health = source?.health;
  if (!health) return trial.must(false, `${of.id}: its source is not as it was: nothing is known of it`);
  const { why, tried, fetched, gone, notBefore } = health;
  trial.must(why !== null || tried === fetched, `${of.id}: neither read nor told why not`);
  trial.must(why === null || (why.length > 20 && !why.includes('\n')), `${of.id}: not a line: ${why}`);
  const asks = of.must.join(' ');
  trial.must(!onlyTrouble.test(asks) || why !== null, `${of.id}: taken for a feed`);
  trial.must(!asks.includes('marked gone') || gone, `${of.id}: not marked gone`);
  const wait = Date.parse(notBefore ?? '') - begun;
  if (asks.includes('Retry-After'))
    trial.must(wait >= pause.least - 5000 && wait <= pause.most + 60_000, `${of.id}: asked again after ${wait} ms`);
}

/** Where it leads in a circle, each turn is counted. */
function mustBeAskedOnce(trial: Trial, { id, input }: Case, hits: Readonly<Record<string, number>>): void {
  const [route = ''] = input.route?.split('?') ?? [];
  if (route === '') return;
  const most = route.startsWith('redirect/') ? 11 : 1;
  trial.must((hits[route] ?? 0) <= most * (trial.cases.length > 1 ? 2 : 1), `${id}: asked ${hits[route]} times`);
}

/** To refresh what is due asks neither those that are gone nor those that asked for a pause. */
async function again(trial: Trial, feeds: readonly Hostile[], server: HostileServer): Promise<void> {
  const before = await server.log();
  await trial.runs(['refresh', '--due']);
  const after = await server.log();
  for (const { of } of feeds) {
    const [route = ''] = of.input.route?.split('?') ?? [];
    const isLeftAlone = /marked gone|Retry-After/.test(of.must.join(' '));
    const more = (after.hits[route] ?? 0) - (before.hits[route] ?? 0);
    trial.must(!isLeftAlone || more === 0, `${of.id}: asked again at once`);
  }
}

async function inReader(trial: Trial, feeds: readonly Hostile[], before: Shelf, home: Home): Promise<void> {
  await trial.reads(
    [],
    async (terminal) => {
      terminal.send('R');
      await movesMeanwhile(trial, terminal, () => feeds.some(({ path }) => path !== '' && trial.stand.isServing(path)));
      await terminal.settled();
      const { sources, headlines } = await shelfOf(trial, home);
      mustStay(trial, before, { sources, headlines });
      trial.must(
        (await headlinesOf(trial, home)).some(({ title }) => title === 'Newest of the well one'),
        'the reader: the feed beside it was not refreshed',
      );
      await reasonsStand(trial, sources, terminal);
    },
    { home, columns: 120, rows: 40, patience: trial.limit + 45_000 },
  );
}

/** The reason why a source fails stands in the list of sources, when it is selected. */
async function reasonsStand(trial: Trial, sources: readonly Source[], terminal: Terminal): Promise<void> {
  await terminal.press('g', 'S', 'g', 'g');
  let seen = '';
  for (let row = 0; row <= sources.length; row += 1) {
    seen += terminal.frame();
    await terminal.press('j');
  }
  const words = seen.replaceAll(/\s+/g, '');
  for (const { name, health } of sources) {
    const reason = health?.gone ? 'Its server says that it has left' : (health?.why ?? '');
    const why = reason.slice(0, 40).replaceAll(/\s+/g, '');
    trial.must(words.includes(why), `the reader: ${name}: the reason is not in the list of sources: ${why}`);
  }
}

/** No redirect leads from the host and port that the reader agreed to to another one, and nothing is told that was meant for the first. */
async function mustGoNowhereElse(trial: Trial, server: HostileServer, homes: readonly Home[]): Promise<void> {
  const { canary } = await server.log();
  for (const { url, host, auth, cookie } of canary) {
    trial.must(false, `reached the canary at ${host}: ${url}`);
    trial.must(auth === null && cookie === null, `told the canary a secret: ${auth ?? cookie}`);
  }
  const ports = new Set(
    [trial.stand.port, ...Object.values(server.ports)].map((port) => `connects to 127.0.0.1:${port}`),
  );
  const others = new Set(homes.flatMap((home) => outward(home).deeds()).filter((deed) => !ports.has(deed)));
  trial.must(others.size === 0, `went out: ${[...others].join(', ')}`);
}
