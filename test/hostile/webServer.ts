import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What the corpus's server tells of what was asked of it. */
export interface Log {
  readonly hits: Readonly<Record<string, number>>;
  readonly canary: readonly {
    readonly url: string;
    readonly host: string;
    readonly auth: string | null;
    readonly cookie: string | null;
  }[];
}

/** The corpus's hostile server. Its names of ports are in `ports`. */
export interface HostileServer {
  readonly ports: Readonly<Record<string, number>>;
  log(): Promise<Log>;
  close(): void;
}

/** Starts the hostile server of a corpus, and resolves when it is ready. */
export async function openServer(corpus: string): Promise<HostileServer> {
  const child = spawn(process.execPath, [join(corpus, 'hostile-server.mjs'), '--ttl', '300'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const line = await new Promise<string>((resolve) => void child.stdout.once('data', (data) => resolve(String(data))));
  const ports = JSON.parse(line) as Record<string, number>;
  return {
    ports,
    log: async () => (await fetch(`http://127.0.0.1:${ports['http']}/__log`)).json() as Promise<Log>,
    close: () => void child.kill(),
  };
}
