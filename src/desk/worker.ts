import { parentPort } from 'node:worker_threads';
import { scanFolder } from '../catalog/index.ts';
import { inspect } from './inspect.ts';
import { serve } from './serve.ts';

if (parentPort) serve(parentPort, { scanFolder, inspect });
