/**
 * Returns `dist/start.js`. It must be readable to Nodes that are years too old, so that they can say what is wrong:
 * no syntax beyond 2015, nothing imported before the version is known.
 */
export function startScript(required: string): string {
  return `// Checks the version of Node in words that any Node understands, then starts the program.
var required = '${required}'.split('.');
var here = process.versions.node.split('.');
var major = here[0] - required[0];
if (major < 0 || (major === 0 && here[1] - (required[1] || 0) < 0)) {
  process.stderr.write(
    'Also See needs Node ${required} or newer; this is Node ' + process.versions.node + '. A newer one is at https://nodejs.org\\n'
  );
  process.exitCode = 1;
} else {
  // A listener keeps this signal from opening Node's debugger to the machine.
  process.on('SIGUSR1', function () {});
  keepCompiledCode();
  import('./main.js');
}

// Code that was compiled once starts quicker. It is kept in the reader's own folder: one that others may write could hold theirs.
function keepCompiledCode() {
  var env = process.env;
  var caches = env.ALSOSEE_HOME ? env.ALSOSEE_HOME : env.XDG_CACHE_HOME || (env.HOME && env.HOME + '/.cache');
  if (!caches) return;
  var folder = caches + (env.ALSOSEE_HOME ? '/cache/compiled' : '/alsosee/compiled');
  try {
    process.getBuiltinModule('fs').mkdirSync(folder, { recursive: true, mode: 448 });
    process.getBuiltinModule('module').enableCompileCache(folder);
  } catch (_) {
    // Without it the start is only slower.
  }
}
`;
}
