import { imageProgram } from "../command/images.ts";
import { isReachable } from "../command/ports.ts";
import type { Reach, Variable, Word } from "../command/view.ts";
import { programName, variableOf, type Surroundings } from "./names.ts";
import type { OpenCommand, Shell, ShellWord } from "./state.ts";

const engines = new Set(["docker", "podman", "nerdctl"]);

/** Options of `docker run` that take no value; every other one takes the next word. */
const switches = new Set(
  "-d -i -t -P --detach --interactive --tty --rm --init --privileged --publish-all --read-only --no-healthcheck --oom-kill-disable --sig-proxy --disable-content-trust --quiet -q --help --replace".split(
    " ",
  ),
);

interface Options {
  readonly environment: Variable[];
  readonly ports: string[];
  readonly volumes: Word[];
  network: string;
  publishesAll: boolean;
  privileged: Word | undefined;
  entrypoint: ShellWord | undefined;
}

/** What `startContainer` needs of the command that it was found in. */
interface Found {
  readonly shell: Shell;
  readonly words: readonly ShellWord[];
  readonly command: OpenCommand;
  readonly launch: (
    shell: Shell,
    words: readonly ShellWord[],
    around: Surroundings,
  ) => OpenCommand | undefined;
}

/** A container that `docker run` starts, and the command inside it. */
export function startContainer({ shell, words, command, launch }: Found): void {
  if (!engines.has(programName(words[0]!.text))) return;
  let at = 1;
  if (words[at]?.text === "container") at++;
  const verb = words[at]?.text;
  if (verb !== "run" && verb !== "create") return;
  const options: Options = {
    environment: [],
    ports: [],
    volumes: [],
    network: "",
    publishesAll: false,
    privileged: undefined,
    entrypoint: undefined,
  };
  at = readOptions(words, at + 1, options);
  const image = words[at];
  if (image === undefined) return;
  const reach = reachOf(options);
  const given = words.slice(at + 1);
  const program: ShellWord[] =
    options.entrypoint === undefined
      ? imageProgram(image.text, given.length > 0).map((text) => ({
          ...image,
          text,
          inner: -1,
          nested: [],
        }))
      : [options.entrypoint];
  const inside = launch(shell, [...program, ...given], {
    assigned: [],
    reach,
    environment: options.environment,
  });
  const { environment, volumes, privileged } = options;
  shell.environment.push(...environment);
  const { start, end } = command;
  shell.containers.push({
    image,
    environment,
    volumes,
    privileged,
    reach,
    command: inside,
    start,
    end,
  });
}

function readOptions(words: readonly ShellWord[], from: number, options: Options): number {
  let index = from;
  for (; index < words.length; index++) {
    const word = words[index]!;
    if (!word.text.startsWith("-")) break;
    const equals = word.text.startsWith("--") ? word.text.indexOf("=") : -1;
    let name = equals < 0 ? word.text : word.text.slice(0, equals);
    let value: ShellWord | undefined =
      equals < 0 ? undefined : { ...word, text: word.text.slice(equals + 1) };
    if (equals < 0 && /^-[a-zA-Z]./.test(name)) {
      // `-it` is two switches, `-p80:80` an option with its value.
      const first = name.slice(0, 2);
      if (switches.has(first)) {
        const last = `-${name.at(-1)}`;
        if (name.includes("P")) options.publishesAll = true;
        if (switches.has(last)) continue;
        name = last;
      } else {
        value = { ...word, text: name.slice(2).replace(/^=/, "") };
        name = first;
      }
    }
    if (switches.has(name)) {
      if (name === "--privileged" && value?.text !== "false") options.privileged = word;
      if (name === "-P" || name === "--publish-all") options.publishesAll = true;
      continue;
    }
    value ??= words[++index];
    if (value !== undefined) readOption(name, value, options);
  }
  return index;
}

function readOption(name: string, value: ShellWord, options: Options): void {
  if (name === "-e" || name === "--env") {
    const variable = variableOf(value);
    if (variable !== undefined) options.environment.push(variable);
  } else if (name === "-p" || name === "--publish") options.ports.push(value.text);
  else if (name === "-v" || name === "--volume" || name === "--mount") options.volumes.push(value);
  else if (name === "--network" || name === "--net") options.network = value.text;
  else if (name === "--entrypoint") options.entrypoint = value;
}

function reachOf(options: Options): Reach {
  if (options.network === "host" || options.publishesAll) return "network";
  if (options.ports.some(isReachable)) return "network";
  return options.ports.length > 0 ? "loopback" : "internal";
}
