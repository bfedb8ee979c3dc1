import { entriesOf, entry, itemsOf, scalar, type MapNode, type TreeNode } from "../setting/tree.ts";
import { startContainer } from "./compose.ts";
import {
  addScript,
  addWords,
  commandWords,
  variablesOf,
  wordOf,
  type Gathered,
  type Place,
} from "./gather.ts";
import { isOn } from "./view.ts";

/** Keys under which pipelines, clusters and stages write shell. */
const scriptKeys = new Set([
  "run",
  "script",
  "before_script",
  "after_script",
  "bash",
  "cmd",
  "setup",
  "initialization_commands",
  "setup_commands",
  "head_setup_commands",
  "worker_setup_commands",
  "head_start_ray_commands",
  "worker_start_ray_commands",
]);
const variableKeys = new Set(["env", "environment", "variables", "envs"]);
const containerKeys = new Set(["containers", "initContainers", "ephemeralContainers"]);

/** Shells that this is no parser for. */
const otherShell = /^(?:pwsh|powershell|cmd|python\d?|node)\b/;

interface Level {
  readonly node: TreeNode;
  readonly place: Place;
  readonly isHostNetwork: boolean;
}

/**
 * Walks a document for what runs in it: steps of GitHub, GitLab, Azure, CircleCI and Tekton, stages
 * of DVC, tasks of SkyPilot, start commands of Ray clusters, containers of Kubernetes and Argo.
 */
export function readPipelines(gathered: Gathered, root: TreeNode): void {
  const stack: Level[] = [
    { node: root, place: { reach: "network", environment: [] }, isHostNetwork: false },
  ];
  while (stack.length > 0) {
    const level = stack.pop()!;
    const { node } = level;
    if (node.kind === "list")
      for (const item of node.items.toReversed()) stack.push({ ...level, node: item });
    if (node.kind === "map") readMap(gathered, node, { level, stack });
  }
}

function readMap(gathered: Gathered, node: MapNode, walk: { level: Level; stack: Level[] }): void {
  const { level, stack } = walk;
  const own = node.entries
    .filter(({ key }) => variableKeys.has(key))
    .flatMap(({ value }) => variablesOf(value));
  gathered.environment.push(...own);
  const environment = [...level.place.environment, ...own].slice(-300);
  const place: Place = { ...level.place, environment };
  const isHostNetwork =
    level.isHostNetwork || isOn(scalar(entry(node, "hostNetwork"))?.value ?? "");
  const shell = scalar(entry(node, "shell"))?.value ?? "";
  for (const { key, value } of node.entries.toReversed()) {
    if (variableKeys.has(key) && value.kind !== "scalar" && own.length > 0) continue;
    if (scriptKeys.has(key) && value.kind !== "map") {
      if (!otherShell.test(shell)) addScript(gathered, value, place);
    } else if (key === "command" && value.kind === "scalar" && isStep(node))
      addScript(gathered, value, place);
    else if (containerKeys.has(key) && value.kind === "list") {
      for (const item of value.items) readContainer(gathered, item, isHostNetwork);
      for (const item of value.items) stack.push({ node: item, place, isHostNetwork });
    } else if (key === "container" && entry(value, "image") !== undefined) {
      readContainer(gathered, value, isHostNetwork);
    } else if (value.kind !== "scalar") stack.push({ node: value, place, isHostNetwork });
  }
}

/** CircleCI's `run: { name, command }`. */
function isStep(node: MapNode): boolean {
  return node.entries.every(({ key }) =>
    [
      "name",
      "command",
      "shell",
      "environment",
      "background",
      "working_directory",
      "no_output_timeout",
      "when",
    ].includes(key),
  );
}

function readContainer(gathered: Gathered, node: TreeNode, isHostNetwork: boolean): void {
  if (node.kind !== "map") return;
  const image = entry(node, "image");
  const name = scalar(entry(node, "name")) ?? scalar(image);
  if (image === undefined || name === undefined) return;
  const environment = variablesOf(entry(node, "env"));
  startContainer(gathered, {
    span: { start: name.start, end: name.end },
    image,
    entrypoint: commandWords(entry(node, "command")),
    command: commandWords(entry(node, "args")),
    environment,
    reach: isHostNetwork ? "network" : "unknown",
    volumes: [],
    privileged: undefined,
  });
}

/** Servers of the Model Context Protocol: programs that an assistant starts. */
export function readMcpServers(gathered: Gathered, servers: TreeNode): void {
  for (const { value } of entriesOf(servers)) {
    const command = scalar(entry(value, "command"));
    if (command === undefined) continue;
    const environment = variablesOf(entry(value, "env"));
    gathered.environment.push(...environment);
    const words = [wordOf(command), ...commandWords(entry(value, "args"))];
    addWords(gathered, words, { reach: "network", environment });
  }
}

/** Scripts of `package.json` and of a development container. */
export function readNamedScripts(
  gathered: Gathered,
  node: TreeNode,
  keys: readonly string[],
): void {
  const place: Place = { reach: "network", environment: [] };
  for (const { key, value } of entriesOf(node)) {
    if (keys.length > 0 && !keys.includes(key)) continue;
    if (value.kind === "list")
      addWords(gathered, itemsOf(value).length > 0 ? commandWords(value) : [], place);
    else addScript(gathered, value, place);
  }
}
