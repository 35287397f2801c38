import { parentPort } from 'node:worker_threads';
import { scanFolder } from '../catalog/index.ts';
import { serve, type Skills } from './serve.ts';

const inspect: Skills['inspect'] = async (...given) => {
  const skill = await import('./inspect.ts');
  return skill.inspect(...given);
};

const take: Skills['take'] = async (...given) => {
  const skill = await import('./take.ts');
  return skill.take(...given);
};

if (parentPort) serve(parentPort, { scanFolder, inspect, take });
