import { parseSync, Visitor, type ESTree } from 'rolldown/utils';

/** What the laws ask of one source file. Lines count from 1. */
export interface Source {
  /** Below `src`, with `/` between folders. */
  readonly path: string;
  /** The folder below `src` that it is in; the name of the file itself when it is in none. */
  readonly room: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly uses: readonly Use[];
  readonly functions: readonly Func[];
  readonly comments: readonly Use[];
}

export interface Import {
  readonly from: string;
  readonly line: number;
}

interface Export {
  /** `*` for everything of another file. */
  readonly name: string;
  readonly isType: boolean;
  readonly line: number;
}

/** Something that is called, made or reached for: `fetch()`, `new Date()`, `process.stdout.write`, `as Safe`. */
interface Use {
  readonly name: string;
  readonly line: number;
}

interface Func {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  /** Whether it has a body of statements, and is not just an arrow to an expression. */
  readonly hasBody: boolean;
}

/** Reads one file of TypeScript. Throws when it cannot be parsed. */
export function readSource(path: string, text: string): Source {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const lineAt = lineFinder(text);
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  return {
    path,
    room: path.split('/')[0] ?? path,
    text,
    lines: text.trimEnd().split('\n').length,
    imports: [...module.staticImports, ...exported].flatMap(asImport).concat(importsWithin(program, lineAt)),
    exports: exported.map(({ exportName, isType, start }) => ({
      name: exportName.name ?? nameless(exportName.kind),
      isType,
      line: lineAt(start),
    })),
    uses: usesWithin(program, lineAt),
    functions: functionsWithin(program, lineAt),
    comments: comments.map(({ value, start }) => ({ name: value, line: lineAt(start) })),
  };

  function asImport({ moduleRequest, start }: { moduleRequest: { value: string } | null; start: number }): Import[] {
    return moduleRequest ? [{ from: moduleRequest.value, line: lineAt(start) }] : [];
  }
}

const nameless = (kind: string): string => (kind === 'Default' ? 'default' : '*');

type LineAt = (offset: number) => number;

function lineFinder(text: string): LineAt {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}

/** Collects what is imported in passing: `import('…')` as an expression and as a type. */
function importsWithin(program: ESTree.Program, lineAt: LineAt): Import[] {
  const found: Import[] = [];
  const note = (node: { start: number; source: { type: string; value?: unknown } }): void => {
    if (node.source.type === 'Literal') found.push({ from: String(node.source.value), line: lineAt(node.start) });
  };
  new Visitor({ ImportExpression: note, TSImportType: note }).visit(program);
  return found;
}

function usesWithin(program: ESTree.Program, lineAt: LineAt): Use[] {
  const found: Use[] = [];
  const note = (name: string | null, { start }: { start: number }): void => {
    if (name !== null) found.push({ name, line: lineAt(start) });
  };
  new Visitor({
    CallExpression: (node) => note(node.callee.type === 'Identifier' ? `${node.callee.name}()` : null, node),
    NewExpression: (node) => note(newName(node), node),
    MemberExpression: (node) => note(chain(node), node),
    TSAsExpression: (node) => note(typeName(node.typeAnnotation), node),
    TSAnyKeyword: (node) => note('any', node),
  }).visit(program);
  return found;
}

function functionsWithin(program: ESTree.Program, lineAt: LineAt): Func[] {
  const found: Func[] = [];
  // An arrow or a method has its name from what it is given to, which is visited before it.
  const names = new Map<number, string>();
  const name = (value: { start: number } | null, key: { type: string; name?: unknown }): void => {
    if (value && key.type === 'Identifier') names.set(value.start, String(key.name));
  };
  const measure = (node: ESTree.Function | ESTree.ArrowFunctionExpression): void => {
    if (!node.body) return;
    const line = lineAt(node.start);
    const called = node.id?.name ?? names.get(node.start) ?? 'a function without a name';
    found.push({
      name: called,
      line,
      lines: lineAt(node.end) - line + 1,
      hasBody: node.body.type === 'BlockStatement',
    });
  };
  new Visitor({
    VariableDeclarator: (node) => name(node.init, node.id),
    Property: (node) => name(node.value, node.key),
    PropertyDefinition: (node) => name(node.value, node.key),
    MethodDefinition: (node) => name(node.value, node.key),
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program);
  return found;
}

function newName({ callee, arguments: given }: ESTree.NewExpression): string | null {
  return callee.type === 'Identifier' ? `new ${callee.name}(${given.length > 0 ? '…' : ''})` : null;
}

/** Returns `process.stdout.write` for that expression, or null when it does not begin with a name. */
function chain(node: ESTree.Expression): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return null;
  const object = chain(node.object);
  return object && !node.computed ? `${object}.${node.property.name}` : null;
}

function typeName(type: ESTree.TSType): string | null {
  const element = type.type === 'TSArrayType' ? type.elementType : type;
  return element.type === 'TSTypeReference' && element.typeName.type === 'Identifier'
    ? `as ${element.typeName.name}`
    : null;
}
