import { entriesOf, entry, type TreeNode } from "../setting/tree.ts";
import { readInstructions } from "../dockerfile/instructions.ts";
import { splitWords } from "../shell/parse.ts";
import { imageOf, textOf, textsOf, variablesIn, withDefaults } from "./trees.ts";
import {
  noFacts,
  type Image,
  type Instruction,
  type PipelineFacts,
  type Service,
  type Stage,
  type Text,
} from "./view.ts";
import type { CommandFacts } from "../command/view.ts";

/** Stages and instructions of one file that are read. */
const maxInstructions = 10_000;
/** Instructions whose words checks read; what `RUN` starts is among the commands. */
const read = new Set(["FROM", "USER", "EXPOSE", "ADD", "COPY", "ARG", "ENV"]);

type OpenStage = { -readonly [K in keyof Stage]: Stage[K] } & { instructions: Instruction[] };

/** Reads the stages of a Dockerfile. */
export function readStages(text: string, facts: CommandFacts): PipelineFacts {
  const { instructions, escape } = readInstructions(text);
  const stages: OpenStage[] = [];
  const images: Image[] = [];
  const named = new Map<string, OpenStage>();
  const defaults = new Map<string, string>();
  for (const { name, start, end, bodyStart } of instructions.slice(0, maxInstructions)) {
    const words = read.has(name)
      ? splitWords({ text, start: bodyStart, end, isDockerfile: true, escape })
      : [];
    const instruction: Instruction = { name, start, end, words };
    const stage = stages.at(-1);
    if (stage !== undefined) stage.end = end;
    if (name === "FROM") {
      const opened = openStage(instruction, named, defaults);
      if (opened === undefined) continue;
      stages.push(opened);
      if (opened.name !== undefined) named.set(opened.name, opened);
      if (opened.from === undefined) images.push(opened.base);
    } else if (stage !== undefined) {
      stage.instructions.push(instruction);
      const copied = name === "COPY" ? copiedImage(instruction, named, defaults) : undefined;
      if (copied !== undefined) images.push(copied);
    } else if (name === "ARG") {
      for (const word of words) {
        const equals = word.text.indexOf("=");
        if (equals > 0 && word.isKnown)
          defaults.set(word.text.slice(0, equals), word.text.slice(equals + 1));
      }
    }
  }
  return { ...noFacts("dockerfile"), stages, images, commands: facts.commands };
}

/** Puts defaults in the place of `$NAME` and `${NAME}`. */
function filled(text: string, defaults: ReadonlyMap<string, string>): string {
  return withDefaults(
    text.replaceAll(/\$\{?(\w+)\}?(?![\w:])/g, (written, name: string) =>
      (defaults.get(name) ?? written).slice(0, 500),
    ),
  );
}

function openStage(
  { words, start, end }: Instruction,
  stages: ReadonlyMap<string, OpenStage>,
  defaults: ReadonlyMap<string, string>,
): OpenStage | undefined {
  const plain = words.filter(({ text }) => !text.startsWith("--"));
  const [word, as, name] = plain;
  if (word === undefined) return undefined;
  const reference = filled(word.text, defaults);
  const base: Image = {
    reference,
    isKnown: !reference.includes("$"),
    role: "base",
    start: word.start,
    end: word.end,
  };
  const from = stages.get(reference.toLowerCase());
  const isNamed = as?.text.toLowerCase() === "as" && name !== undefined;
  return {
    base,
    ...(from === undefined ? {} : { from }),
    ...(isNamed ? { name: name.text.toLowerCase() } : {}),
    instructions: [],
    start,
    end,
  };
}

/** `COPY --from=image`, where it is none of the stages before. */
function copiedImage(
  { words }: Instruction,
  stages: ReadonlyMap<string, OpenStage>,
  defaults: ReadonlyMap<string, string>,
): Image | undefined {
  const option = words.find(({ text }) => text.startsWith("--from="));
  if (option === undefined) return undefined;
  const reference = filled(option.text.slice("--from=".length), defaults);
  if (/^\d*$/.test(reference)) return undefined;
  if (stages.has(reference.toLowerCase())) return undefined;
  // A word alone is more often a context that the build is given than an image of that name.
  if (!/[:/@]/.test(reference)) return undefined;
  const { start, end } = option;
  return { reference, isKnown: !reference.includes("$"), role: "base", start, end };
}

/** Reads the services of a Compose file. */
export function readServices(root: TreeNode, facts: CommandFacts): PipelineFacts {
  const services = entriesOf(entry(root, "services")).flatMap(
    ({ key, keySpan, value }): Service[] => {
      if (value.kind !== "map") return [];
      const build = entry(value, "build");
      return [
        {
          start: keySpan.start,
          end: Math.max(keySpan.end, value.end),
          name: key,
          image: imageOf(textOf(entry(value, "image")), "service"),
          isBuilt: build !== undefined,
          user: textOf(entry(value, "user")),
          ports: portsOf(entry(value, "ports")),
          environment: variablesIn(entry(value, "environment")),
          buildArguments: variablesIn(entry(build, "args")),
        },
      ];
    },
  );
  const images = services.flatMap(({ image, isBuilt }) =>
    image === undefined || isBuilt ? [] : [image],
  );
  return { ...noFacts("compose"), services, images, commands: facts.commands };
}

/** Ports as `host:container`; the long form is written out as the short one. */
function portsOf(node: TreeNode | undefined): readonly Text[] {
  const long = (node?.kind === "list" ? node.items : []).flatMap((item) => {
    const target = textOf(entry(item, "target"));
    if (target === undefined) return [];
    const host = textOf(entry(item, "host_ip"))?.value;
    const published = textOf(entry(item, "published"))?.value ?? target.value;
    const value = `${host === undefined ? "" : `${host}:`}${published}:${target.value}`;
    return [{ ...target, value }];
  });
  return [...textsOf(node), ...long];
}
