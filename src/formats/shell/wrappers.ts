import type { ShellWord } from "./state.ts";

/** How a program that starts another one reads its own words. */
interface Wrapper {
  /** Options that take the next word as their value. */
  readonly valued?: string;
  /** Words of its own before the program. */
  readonly operands?: number;
  /** Sub-command that must follow, and what it is followed by. */
  readonly after?: readonly string[];
}

const wrappers: Readonly<Record<string, Wrapper>> = {
  sudo: { valued: "-u -g -h -p -C -D -R -T -U --user --group --host --prompt --chdir" },
  doas: { valued: "-u -C" },
  env: { valued: "-u -C -S --unset --chdir" },
  exec: { valued: "-a" },
  nohup: {},
  command: {},
  builtin: {},
  time: { valued: "-f -o" },
  nice: { valued: "-n --adjustment" },
  ionice: { valued: "-c -n -p" },
  timeout: { valued: "-s -k --signal --kill-after", operands: 1 },
  stdbuf: { valued: "-i -o -e" },
  setsid: {},
  chronic: {},
  unbuffer: {},
  tini: { valued: "-p -e" },
  "dumb-init": { valued: "-r" },
  gosu: { operands: 1 },
  "su-exec": { operands: 1 },
  taskset: { operands: 1 },
  numactl: { valued: "-N -m -C -i" },
  watch: { valued: "-n --interval" },
  xargs: { valued: "-n -P -I -L -d -s -a -E --max-args --max-procs --replace --delimiter" },
  "opentelemetry-instrument": { valued: "--traces_exporter --metrics_exporter --service_name" },
  "ddtrace-run": {},
  "xvfb-run": { valued: "-n -s -e -f --server-args" },
  uvx: { valued: "--from --with --python -p --index-url" },
  srun: { valued: "-n -N -c -p -A -t -J -w -G -o -e" },
};

const runners: Readonly<Record<string, Wrapper>> = {
  uv: {
    valued:
      "--with --extra --group --python -p --project --directory --package --env-file --index-url --with-requirements",
  },
  poetry: { valued: "-C -P --directory --project" },
  pipenv: {},
  conda: { valued: "-n -p --name --prefix --cwd" },
  mamba: { valued: "-n -p --name --prefix --cwd" },
  micromamba: { valued: "-n -p --name --prefix --cwd" },
  hatch: { valued: "-e --env" },
  pdm: { valued: "-p" },
  rye: {},
  pixi: { valued: "-e --environment" },
  pipx: { valued: "--spec --python" },
};

/** Programs that start a Python script on many workers. */
const launchers = new Set([
  "accelerate",
  "torchrun",
  "torch.distributed.run",
  "torch.distributed.launch",
  "accelerate.commands.launch",
  "deepspeed",
  "mpirun",
  "mpiexec",
  "horovodrun",
]);

/** Index of the word that is started, where the first word only starts another; else 0. */
export function wrappedAt(program: string, words: readonly ShellWord[]): number {
  const wrapper = Object.hasOwn(wrappers, program) ? wrappers[program] : undefined;
  if (wrapper !== undefined) return skipOptions(words, 1, wrapper);
  const runner = Object.hasOwn(runners, program) ? runners[program] : undefined;
  if (runner !== undefined) {
    const run = words.findIndex(({ text }, index) => index > 0 && !text.startsWith("-"));
    return run > 0 && words[run]!.text === "run" ? skipOptions(words, run + 1, runner) : 0;
  }
  if (!launchers.has(program)) return 0;
  const script = words.findIndex(
    ({ text }, index) => index > 0 && (text.endsWith(".py") || text === "-m"),
  );
  if (script > 0 && words[script]!.text === "-m") return script + 1 < words.length ? script + 1 : 0;
  return Math.max(script, 0);
}

function skipOptions(words: readonly ShellWord[], from: number, wrapper: Wrapper): number {
  const valued = wrapper.valued?.split(" ") ?? [];
  let operands = wrapper.operands ?? 0;
  let index = from;
  for (; index < words.length; index++) {
    const { text } = words[index]!;
    if (text === "--") return index + 1 < words.length ? index + 1 : 0;
    if (text.startsWith("-") && text.length > 1) {
      if (valued.includes(text)) index++;
    } else if (/^[A-Za-z_]\w*=/.test(text)) continue;
    else if (operands > 0) operands--;
    else break;
  }
  return index < words.length ? index : 0;
}
