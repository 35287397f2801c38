/** Hours east of UTC of zones that go by letters. Letters that name several zones stand for the one that news is dated in most. */
const hoursEast: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  met: 1,
  mez: 1,
  cest: 2,
  mest: 2,
  mesz: 2,
  eet: 2,
  sast: 2,
  eest: 3,
  msk: 3,
  trt: 3,
  gst: 4,
  msd: 4,
  pkt: 5,
  ist: 5.5,
  wib: 7,
  ict: 7,
  hkt: 8,
  sgt: 8,
  pht: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  aest: 10,
  acdt: 10.5,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  ast: -4,
  adt: -3,
  est: -5,
  et: -5,
  edt: -4,
  cst: -6,
  ct: -6,
  cdt: -5,
  mst: -7,
  mt: -7,
  mdt: -6,
  pst: -8,
  pt: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
};

const numeric = /^(?:GMT|UTC?|Z)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i;
const place = /^[A-Z][A-Za-z]+(?:\/[A-Z][\w+-]*){1,2}$/;

/**
 * Returns the milliseconds that the zone is east of UTC at a time read as UTC: `+0530`, `GMT-3`, `CEST`, `Europe/Paris`.
 * Null when it is not a zone's name. RFC 5322, section 4.3, for letters; the IANA database for places.
 */
export function zoneOffset(zone: string, time: number): number | null {
  const hours = hoursEast[zone.toLowerCase()];
  if (hours !== undefined) return hours * 3_600_000;
  const [, sign, before, after] = numeric.exec(zone) ?? [];
  if (before !== undefined) return (sign === '-' ? -1 : 1) * (Number(before) * 60 + Number(after ?? 0)) * 60_000;
  return place.test(zone) ? placeOffset(zone, time) : null;
}

function placeOffset(zone: string, time: number): number | null {
  try {
    const first = clockOffset(zone, time);
    return clockOffset(zone, time - first);
  } catch {
    return null;
  }
}

/** What the clock there shows at an instant, less the instant. */
function clockOffset(zone: string, instant: number): number {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
