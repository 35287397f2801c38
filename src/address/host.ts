import { domainToUnicode } from 'node:url';

/** Networks that are not the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry */
const privateNetworks = (
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 ' +
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
)
  .split(' ')
  .map((network) => {
    const [address = '', bits] = network.split('/');
    return { number: numberOf(address), size: 2 ** (32 - Number(bits)) };
  });

/** Names that mean something only at home: RFC 6761, 6762, 8375 and the names that ICANN keeps out of the public tree. */
const privateNames = /(^|\.)(localhost|local|localdomain|internal|intranet|private|lan|home|corp|mail|home\.arpa)$/;

/** Tells whether a host, as the URL standard writes it, leads into this machine's own network. Asks no name server. */
export function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return isPrivateSix(groupsOf(host.slice(1, -1)));
  if (/^[\d.]+$/.test(host)) return isPrivateFour(numberOf(host));
  const name = host.replace(/\.$/, '').toLowerCase();
  return !name.includes('.') || privateNames.test(name);
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function isPrivateFour(number: number): boolean {
  return privateNetworks.some((network) => number >= network.number && number < network.number + network.size);
}

/** Returns the eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [left = [], right] = address
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => parseInt(group, 16))));
  return right ? [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right] : left;
}

/** Only 2000::/3 is public, without its documentation and tunnel networks; what carries an IPv4 address is judged by that. */
function isPrivateSix(groups: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = groups;
  const last = groups.slice(6);
  if (groups.slice(0, 5).every((group) => group === 0)) return isPrivateFour(joined(last));
  if (first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0))
    return isPrivateFour(joined(last));
  if (first === 0x2002) return isPrivateFour(joined([second, third]));
  if (first === 0x2001) return second < 0x200 || second === 0xdb8;
  return first < 0x2000 || first > 0x3ffe;
}

function joined([high = 0, low = 0]: readonly number[]): number {
  return high * 65536 + low;
}

/** Scripts whose letters are hardly taken for another's. A label must be of one of these alone to be shown as it is written. */
const scripts =
  'Arabic Bengali Devanagari Georgian Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam Myanmar Oriya Sinhala Tamil Telugu Thai'
    .split(' ')
    .map((script) => new RegExp(String.raw`^[\p{Script=${script}}\p{M}\d-]+$`, 'u'));

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\u3005\d-]+$/u;
const korean = /^[\p{Script=Hangul}\d-]+$/u;
/** Letters of European languages, without those that pass for a plain one with a speck of dust, and of Vietnamese. */
const latin = /^[a-z\d\u00df-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u013e\u0141-\u017e\u01a1\u01b0\u1ea0-\u1ef9-]+$/;
const cyrillic = /^[\u0430-\u045f\u0491\d-]+$/;
const greek = /^[\u03ac-\u03ce\d-]+$/;
/** Words of only these letters could be Latin ones. */
const passesForLatin = /^[асеорхуѕіјһԛԝԁӏкмтвнгьпбчзαεικνορτυχγωηβ\d-]+$/;

/** Returns the host in the letters of its language when it could not be taken for another one, else in punycode. */
export function shownHost(host: string): string {
  if (!host.includes('xn--')) return host;
  const words = domainToUnicode(host);
  const [top = ''] = words.split('.').slice(-1);
  return words.split('.').every((label) => isPlain(label, top)) ? words : host;
}

function isPlain(label: string, top: string): boolean {
  if (label === '' || latin.test(label) || eastAsian.test(label) || korean.test(label)) return true;
  if (cyrillic.test(label)) return !passesForLatin.test(label) || cyrillic.test(top);
  if (greek.test(label)) return !passesForLatin.test(label) || greek.test(top);
  return scripts.some((script) => script.test(label));
}
