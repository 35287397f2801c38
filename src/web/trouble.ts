import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import type { Failure } from './fetched.ts';

/** Trouble on the way to a document, in words. It is thrown within this room only, and leaves it as an answer. */
export class Trouble extends Error {
  readonly kind: Failure;
  readonly why: Safe;

  constructor(kind: Failure, why: Safe) {
    super(why);
    this.kind = kind;
    this.why = why;
  }
}

/** Returns the trouble that an error of Node's on the way to a host stands for. */
export function troubleOf(error: unknown, host: Safe): Trouble {
  if (error instanceof Trouble) return error;
  const code = codeOf(error);
  return offline(code, host) ?? uncertified(code, host) ?? unreached(code, host);
}

/** Returns the trouble that a document did not come in whole. */
export function brokenOff(host: Safe): Trouble {
  return new Trouble('cut', say`What ${host} sent broke off before its end. Nothing of it is used; try again later.`);
}

/** Returns the name that Node or OpenSSL gives to an error. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unknown';
}

function offline(code: string, host: Safe): Trouble | null {
  if (!['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'].includes(code)) return null;
  return new Trouble(
    'offline',
    say`${host} could not be looked for: this machine seems to be offline. Try again once it is connected.`,
  );
}

/** Names of what is wrong with a certificate: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const unvouched =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_UNTRUSTED|CERT_REJECTED|INVALID_\w+|CERT_CHAIN_TOO_LONG)$/;

function uncertified(code: string, host: Safe): Trouble | null {
  if (/^(ERR_SSL_|ERR_TLS_(?!CERT)|EPROTO)/.test(code)) return unsecured(code, host);
  const why = certificateWords(code, host);
  return why && new Trouble('certificate', why);
}

function certificateWords(code: string, host: Safe): Safe | null {
  if (code === 'CERT_HAS_EXPIRED') return say`The certificate of ${host} has expired. Only its owner can renew it.`;
  if (code === 'CERT_NOT_YET_VALID')
    return say`The certificate of ${host} is not valid yet. Look whether this machine’s clock is right.`;
  if (code === 'CERT_REVOKED') return say`The certificate of ${host} was revoked. Only its owner can replace it.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return say`What answers at ${host} shows a certificate for another name. Look whether the address is spelled right.`;
  if (unvouched.test(code))
    return say`Nobody vouches for the certificate of ${host}, so what it sends could be forged. Nothing of it was read.`;
  return null;
}

/** What answers does not speak TLS, or no kind of it that is still safe. Nobody has claimed to be anybody. */
function unsecured(code: string, host: Safe): Trouble {
  return new Trouble(
    'connection',
    say`No secure connection to ${host} came about (${named(code)}). It may only be there with http instead of https.`,
  );
}

function unreached(code: string, host: Safe): Trouble {
  if (code === 'ENOTFOUND')
    return new Trouble('name', say`There is no host named ${host}. Look whether the address is spelled right.`);
  if (code === 'ETIMEDOUT') return new Trouble('time', say`${host} did not answer in time. Try again later.`);
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Trouble('size', say`${host} sent more headers than a page or feed needs. Nothing of it was read.`);
  if (code.startsWith('HPE_') || code === 'ERR_INVALID_PROTOCOL') return unspoken(host);
  if (code === 'ECONNREFUSED')
    return new Trouble(
      'connection',
      say`Nothing answers at ${host}. Try again later, or look whether the address is right.`,
    );
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return new Trouble('connection', say`${host} hung up before it had answered. Try again later.`);
  return new Trouble('connection', say`${host} cannot be reached from here (${named(code)}). Try again later.`);
}

/** Returns the trouble that what answers is no web server. */
export function unspoken(host: Safe): Trouble {
  return new Trouble(
    'answer',
    say`What answers at ${host} is not a web server, or a broken one. Look whether the address is right.`,
  );
}

const named = (code: string): Safe => slice(cleanLine(code), 0, 60);
