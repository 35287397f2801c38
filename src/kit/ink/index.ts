// Lives here: the parts that Ink mounts: painted rows, and the chooser.
// Does not live here: anything that decides what a row says or how it looks (the pure parts of kit).
// It is a door of its own, so that the first frame is drawn before React and Ink are loaded.
export { Rows } from './Rows.tsx';
export { Chooser, type Option } from './Chooser.tsx';
