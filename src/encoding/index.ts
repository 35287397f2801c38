// Lives here: bytes → text, whatever encoding they are in.
// Does not live here: making text safe (text), or what is read in it.
// It never fails: what cannot be read is replaced and told, and no byte after it is lost.
export { decode, decodePlain, type Decoded } from './decode.ts';
export { mendTwice } from './mend.ts';
