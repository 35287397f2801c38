// Lives here: how articles connect: what is related and why, background, stories, timelines, copies, titles, and changes.
// Does not live here: storing any of it, reading markup, or deciding when. What is stored is asked through `Index`.
// Every answer takes bounded time, and every relation can say why it holds.
export { profileOf, type Profile, type Text } from './profile.ts';
export { lengthOf } from './weight.ts';
export { neighboursOf, type Neighbour } from './neighbours.ts';
export { relatedTo, type Asked, type Related, type Subject } from './related.ts';
export { backgroundOf } from './background.ts';
export { storyFor } from './story.ts';
export { regroup, type Regrouped } from './regroup.ts';
export { originalOf } from './copies.ts';
export { resolveTitle, type AskedTitle, type Meant } from './resolve.ts';
export { timelineOf, type Moment, type Seeds } from './timeline.ts';
export { changesBetween, type Change } from './changes.ts';
export { isExplainer } from './explainers.ts';
export type { Reason } from './reason.ts';
export type { Card, Holder, Index, Ref, StoryRef } from './card.ts';
export type { Vector } from './vector.ts';
export type { Sketch } from './sketch.ts';
