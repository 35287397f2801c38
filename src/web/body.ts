import type { IncomingMessage } from 'node:http';
import { Transform, Writable, type Duplex, type Stream } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import { brokenOff, codeOf, Trouble } from './trouble.ts';

/** Bodies are packed once; twice is an oversight, more is an attack. */
const mostLayers = 2;
/** What is unpacked at a time, in bytes. */
const chunkSize = 64 * 1024;
/** A page needs no more than 8 MB of memory to be unpacked: RFC 9659, section 3. */
const params = { [constants.ZSTD_d_windowLogMax]: 23 };

/** How a body may be packed: https://www.iana.org/assignments/http-parameters#content-coding */
const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: () => createGunzip({ chunkSize }),
  'x-gzip': () => createGunzip({ chunkSize }),
  deflate: () => createInflate({ chunkSize }),
  br: () => createBrotliDecompress({ chunkSize }),
  zstd: () => createZstdDecompress({ chunkSize, params }),
};

/** What `readBody` unpacks, as the header `Accept-Encoding`. Servers do not agree on what deflate is. */
export const acceptedPackings = 'gzip, br, zstd';

/** Who sends a document, how large it may be in bytes, and who is to hear of its bytes as they come. */
export interface Reception {
  readonly host: Safe;
  readonly most: number;
  readonly heard: (bytes: number) => void;
}

/**
 * Returns the whole document of an answer, unpacked. Bytes are counted on the wire and again as they are unpacked, so that a
 * small body with a huge document inside is given up early. What broke off is an error, never a shorter document.
 */
export async function readBody(response: IncomingMessage, reception: Reception): Promise<Uint8Array> {
  const { host, most } = reception;
  const layers = packings(response);
  if (Number(response.headers['content-length']) > most) throw tooLarge(reception);
  const chunks: Uint8Array[] = [];
  try {
    const stages = [
      gate(reception),
      ...layers.map((layer) => unpackerFor(layer, layers, host)),
      pile(reception, chunks),
    ];
    await Promise.race([pipeline([response, ...stages]), firstTrouble(stages)]);
  } catch (error) {
    throw troubleInside(error, layers, host);
  }
  if (chunks.length > 0) return Buffer.concat(chunks);
  throw new Trouble('answer', say`${host} sent nothing at all. Try again later, or open it in the browser.`);
}

/**
 * Rejects with the first trouble of any stage. A pipeline may wait for ever then, for the end of an answer that has come in whole
 * and is not read on.
 */
function firstTrouble(stages: readonly Stream[]): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  for (const stage of stages) stage.once('error', reject);
  return promise;
}

/** Returns how the body is packed, the outermost first. */
function packings({ headers }: IncomingMessage): string[] {
  const names = (headers['content-encoding'] ?? '').toLowerCase().split(',');
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
}

function unpackerFor(layer: string, layers: readonly string[], host: Safe): Duplex {
  const unpacker = Object.hasOwn(unpackers, layer) ? unpackers[layer] : undefined;
  if (!unpacker || layers.length > mostLayers) throw unpackable(layers, host);
  return unpacker();
}

/** Lets the bytes from the wire pass as long as they are not too many. */
function gate(reception: Reception): Transform {
  const refuse = countUpTo(reception);
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      reception.heard(chunk.length);
      done(refuse(chunk), chunk);
    },
  });
}

/** Keeps the bytes of the document as long as they are not too many. */
function pile(reception: Reception, chunks: Uint8Array[]): Writable {
  const refuse = countUpTo(reception);
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done(refuse(chunk));
    },
  });
}

function countUpTo(reception: Reception): (chunk: Uint8Array) => Trouble | null {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.length;
    return bytes > reception.most ? tooLarge(reception) : null;
  };
}

function troubleInside(error: unknown, layers: readonly string[], host: Safe): Trouble {
  if (error instanceof Trouble) return error;
  const isPacking = /^(Z_|ZSTD_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/.test(codeOf(error));
  return isPacking && codeOf(error) !== 'Z_BUF_ERROR' ? unpackable(layers, host) : brokenOff(host);
}

function tooLarge({ host, most }: Reception): Trouble {
  const megabytes = Math.ceil(most / 2 ** 20);
  return new Trouble(
    'size',
    say`${host} sent more than ${megabytes} MB, more than a page or feed should need. Nothing of it is used.`,
  );
}

function unpackable(layers: readonly string[], host: Safe): Trouble {
  const named = slice(cleanLine(layers.join(', ')), 0, 40);
  return new Trouble(
    'answer',
    say`What ${host} sent cannot be unpacked (${named}). Try again later, or open it in the browser.`,
  );
}
