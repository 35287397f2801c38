// Lives here: which web addresses are safe to follow, and how they are shown to a person.
// Does not live here: opening a connection or a browser; no name server is asked.
// What is not a plain http(s) address is never followed, whoever names it.
export { judgeAddress, webAddress, type AddressVerdict } from './judge.ts';
