import { judgeAddress } from '../../src/address/index.ts';
import type { Trial } from './trial.ts';

type Verdict = ReturnType<typeof judgeAddress>;

/** What each class of the corpus asks of the verdict. */
const classes: Record<string, (verdict: Verdict, address: string) => boolean> = {
  public: ({ verdict }) => verdict === 'public',
  private: ({ verdict }) => verdict === 'private',
  refused: ({ verdict }) => verdict === 'refused',
  'port-refused': ({ refusal }) => refusal === 'port',
  'scheme-refused': ({ refusal }) => refusal === 'scheme',
  'refused-or-cut-in-display': ({ verdict, shown }, address) => verdict === 'refused' || shown.length < address.length,
  'credentials-stripped-from-display': ({ shown }) => !shown.includes('@'),
  'shown-as-punycode': ({ shown }) => /^https?:\/\/xn--[!-~]+$/.test(shown),
  'shown-in-full-host': ({ shown }, address) => shown.startsWith(new URL(address).origin),
  'normalised-percent-encoded': ({ verdict, shown }) => verdict === 'public' && /^[!-~]+$/.test(shown),
  normalised: ({ verdict, shown }, address) => verdict === 'public' && shown === new URL(address).href,
};

/** An address: judged without a connection. */
export async function tryAddress(trial: Trial): Promise<void> {
  const { input, must } = trial.hostile;
  const [, asked = ''] = /^classified: (.*)$/.exec(must[0] ?? '') ?? [];
  const verdict = judgeAddress(input.url ?? '');
  const holds = classes[asked];
  trial.must(holds !== undefined, `no such class: ${asked}`);
  trial.must(holds?.(verdict, input.url ?? '') ?? false, `should be ${asked}, is ${JSON.stringify(verdict)}`);
  trial.judge('the address', verdict.shown, 'plain');
}
