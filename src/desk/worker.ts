import { parentPort, workerData } from 'node:worker_threads';
import { scanFolder } from '../catalog/index.ts';
import { AtWork } from './at-work.ts';
import { serve, type Skills } from './serve.ts';

/** Each is loaded at its first call. */
const files = {
  inspect: () => import('./inspect.ts'),
  take: () => import('./take.ts'),
  file: () => import('./file-deliveries.ts'),
  connect: () => import('./connect-order.ts'),
};

const skills: Skills = {
  scanFolder,
  load: (skill) => files[skill](),
  inspect: async (...given) => (await files.inspect()).inspect(...given),
  take: async (...given) => (await files.take()).take(...given),
  async *file(...given) {
    yield* (await files.file()).fileDeliveries(...given);
  },
  async *connect(...given) {
    yield* (await files.connect()).connectIn(...given);
  },
};

if (parentPort) serve(parentPort, new AtWork(workerData as SharedArrayBuffer), skills);
