import { common } from './arguments.ts';
import { deed, WrongUse, type Deed, type Option, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const shells = { bash, zsh, fish };

/** `alsosee completion`: `data` is {shell, script}. */
export const completion = deed({
  options: {},
  more: [
    'bash   alsosee completion bash > ~/.local/share/bash-completion/completions/alsosee',
    'zsh    alsosee completion zsh > a folder of $fpath, as _alsosee',
    'fish   alsosee completion fish > ~/.config/fish/completions/alsosee.fish',
  ],
  completes: { words: Object.keys(shells) },
  async run(_, __, positionals) {
    const [shell, another] = positionals;
    if (shell === undefined || another !== undefined || !Object.hasOwn(shells, shell)) {
      throw new WrongUse(`For which shell? One of ${Object.keys(shells).join(', ')}.`);
    }
    const loaded = await Promise.all(verbs.map(async (verb) => ({ verb, deed: await verb.load() })));
    const script = shells[shell as keyof typeof shells](loaded);
    return { data: { shell, script }, problems: [], text: () => script.trimEnd().split('\n') };
  },
});

interface Loaded {
  readonly verb: Verb;
  readonly deed: Deed;
}

const helpVerb = { name: 'help', summary: 'more about a verb' };

function optionsOf(deed: Deed): readonly (readonly [string, Option])[] {
  return Object.entries<Option>({ ...deed.options, ...common }).filter(([, option]) => !option.hidden);
}

function wordsOf({ completes }: Deed): readonly string[] {
  return completes?.words ?? [];
}

/** Ids come from the library and go into a command line, so each is quoted for the shell and never evaluated. */
function bash(rows: readonly Loaded[]): string {
  const names = [...rows.map(({ verb }) => verb.name), helpVerb.name].join(' ');
  const arms = rows.map(({ verb, deed }) => {
    const valued = optionsOf(deed).filter(([, option]) => option.type === 'string');
    const values = valued.map(
      ([name, option]) => `        --${name}) words='${(option.words ?? []).join(' ')}'; kind=word ;;\n`,
    );
    const options = optionsOf(deed).map(([name]) => `--${name}`);
    const kind = deed.completes?.kind ?? 'word';
    const before = values.length > 0 ? `      case $previous in\n${values.join('')}      esac\n` : '';
    return `    ${verb.name})\n      words='${[...wordsOf(deed), ...options].join(' ')}'; kind=${kind}\n${before}      ;;\n`;
  });
  return `# Completion of alsosee for bash.
_alsosee() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} verb= words= kind= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) verb=$word; break ;; esac
  done
  case $verb in
    '') words='${names} --json --help --version'; kind=path ;;
    help) words='${names}'; kind=word ;;
${arms.join('')}  esac
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
  case $current in -*) return ;; esac
  case $kind in
    path) while IFS= read -r word; do COMPREPLY+=("$(printf %q "$word")"); done < <(compgen -f -- "$current") ;;
    article) while IFS=$'\\t' read -r word _; do COMPREPLY+=("$(printf %q "$word")"); done < <(alsosee list --complete -- "$current" 2>/dev/null) ;;
    source) while IFS=$'\\t' read -r word _; do COMPREPLY+=("$(printf %q "$word")"); done < <(alsosee sources --complete -- "$current" 2>/dev/null) ;;
  esac
}
complete -F _alsosee alsosee
`;
}

function zsh(rows: readonly Loaded[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const described = (term: string, words: string) => quoted(`${term.replaceAll(':', '\\:')}:${words}`);
  const specs = ([name, { help, type, words, value }]: readonly [string, Option]) =>
    quoted(
      `--${name}[${help.replace(/[[\]:]/g, '\\$&')}]${type === 'string' ? `:${value ?? 'value'}:(${(words ?? []).join(' ')})` : ''}`,
    );
  const arms = rows.map(({ verb, deed }) => {
    const words = wordsOf(deed);
    const actions = [
      ...(words.length > 0 ? [`'word:word:(${words.join(' ')})'`] : []),
      ...(deed.completes?.kind === 'article' ? ["'article:article:_alsosee_articles'"] : []),
      ...(deed.completes?.kind === 'source' ? ["'source:source:_alsosee_sources'"] : []),
      ...(deed.completes?.kind === 'path' ? ["'file:file:_files'"] : []),
    ];
    const positionals =
      actions.length > 0 ? ` '*: :_alternative ${actions.map((action) => action.replaceAll("'", '"')).join(' ')}'` : '';
    return `    ${verb.name}) _arguments ${optionsOf(deed).map(specs).join(' ')}${positionals} ;;`;
  });
  return `#compdef alsosee
# Completion of alsosee for zsh.
_alsosee_named() {
  local -a found
  local id title
  while IFS=$'\\t' read -r id title; do found+=("\${id//:/\\\\:}:$title"); done < <(alsosee $2 --complete -- "$PREFIX" 2>/dev/null)
  _describe $1 found
}
_alsosee_articles() { _alsosee_named article list }
_alsosee_sources() { _alsosee_named source sources }
_alsosee() {
  local -a verbs
  verbs=(
${[...rows.map(({ verb }) => verb), helpVerb].map(({ name, summary }) => `    ${described(name, summary)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe verb verbs
    _files
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT-- ))
  case $verb in
    help) _describe verb verbs ;;
${arms.join('\n')}
  esac
}
_alsosee "$@"
`;
}

function fish(rows: readonly Loaded[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = rows.flatMap(({ verb, deed }) => {
    const when = `complete -c alsosee -n '__fish_seen_subcommand_from ${verb.name}'`;
    const options = optionsOf(deed).map(([name, { help, type, words }]) => {
      const values = type === 'boolean' ? '' : words ? ` -x -a ${quoted(words.join(' '))}` : ' -x';
      return `${when} -l ${name} -d ${quoted(help)}${values}`;
    });
    const words = wordsOf(deed);
    const lister = { article: 'list', source: 'sources', path: null }[deed.completes?.kind ?? 'path'];
    const own = [
      ...(deed.completes?.kind === 'path' ? [`${when} -F`] : [`${when} -f`]),
      ...(words.length > 0 ? [`${when} -f -a ${quoted(words.join(' '))}`] : []),
      ...(lister ? [`${when} -f -a '(alsosee ${lister} --complete -- (commandline -ct) 2>/dev/null)'`] : []),
    ];
    return [
      `complete -c alsosee -n __fish_use_subcommand -a ${verb.name} -d ${quoted(verb.summary)}`,
      ...own,
      ...options,
    ];
  });
  return `# Completion of alsosee for fish.\n${lines.join('\n')}\n`;
}
