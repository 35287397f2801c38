import { createReadStream, statSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What is to be had at a path: a text, a file, or whatever the server at a port answers to another path. */
type Ware =
  | { readonly type: 'text'; readonly text: string; readonly mediaType: string }
  | { readonly type: 'file'; readonly path: string; readonly mediaType: string }
  | { readonly type: 'from'; readonly port: number; readonly path: string };

/** A server on this machine at which what an address has can be exchanged. It passes on the answers of another one byte for byte. */
export class Stand {
  readonly #server: Server;
  readonly #wares = new Map<string, Ware>();
  readonly #asked = new Map<string, number>();
  readonly #open = new Set<Socket>();

  private constructor() {
    this.#server = createServer((client) => this.#welcome(client));
  }

  static async open(): Promise<Stand> {
    const stand = new Stand();
    stand.#server.unref().listen(0, '127.0.0.1');
    await new Promise((resolve) => stand.#server.once('listening', resolve));
    return stand;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Puts something at a path, and returns its address. */
  put(path: string, ware: Ware): string {
    this.#wares.set(path, ware);
    return this.addressOf(path);
  }

  addressOf(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  /** How often a path was asked for. */
  asked(path: string): number {
    return this.#asked.get(path) ?? 0;
  }

  /** Whether anybody still waits for something that lies below a path. */
  isServing(below: string): boolean {
    return [...this.#open].some((client) => pathOf.get(client)?.startsWith(below));
  }

  close(): void {
    this.#server.close();
    for (const client of this.#open) client.destroy();
  }

  #welcome(client: Socket): void {
    this.#open.add(client);
    client.on('error', () => undefined).on('close', () => this.#open.delete(client));
    client.once('data', (head) => {
      const [, path = '/'] = /^\w+ (\S+) /.exec(head.toString('latin1')) ?? [];
      pathOf.set(client, path);
      this.#asked.set(path, this.asked(path) + 1);
      const ware = this.#wares.get(path);
      if (ware?.type === 'from') passOn(client, head, path, ware);
      else if (ware?.type === 'text') {
        client.end(`${headOf(200, ware.mediaType, Buffer.byteLength(ware.text))}${ware.text}`);
      } else if (ware) {
        client.write(headOf(200, ware.mediaType, statSync(ware.path).size));
        createReadStream(ware.path).pipe(client);
      } else client.end(headOf(404, 'text/plain', 0));
    });
  }
}

const pathOf = new WeakMap<Socket, string>();

function headOf(status: number, mediaType: string, length: number): string {
  return `HTTP/1.1 ${status} So\r\ncontent-type: ${mediaType}\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n`;
}

function passOn(client: Socket, head: Buffer, path: string, to: Extract<Ware, { type: 'from' }>): void {
  const other = connect(to.port, '127.0.0.1');
  other.on('error', () => client.destroy());
  client.on('close', () => other.destroy());
  other.write(head.toString('latin1').replace(path, to.path), 'latin1');
  client.pipe(other).pipe(client);
}
