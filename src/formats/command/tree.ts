import { entry, type TreeNode } from "../setting/tree.ts";
import { readCompose } from "./compose.ts";
import { gather } from "./gather.ts";
import { readMcpServers, readNamedScripts, readPipelines } from "./pipelines.ts";
import type { CommandFacts } from "./view.ts";

const lifecycleCommands = [
  "initializeCommand",
  "onCreateCommand",
  "updateContentCommand",
  "postCreateCommand",
  "postStartCommand",
  "postAttachCommand",
];

/** What the documents of a YAML file start. */
export function commandsOfYaml(roots: readonly TreeNode[]): CommandFacts {
  const gathered = gather();
  for (const root of roots) {
    const services = entry(root, "services");
    if (services !== undefined && isCompose(services)) readCompose(gathered, services);
    else readPipelines(gathered, root);
  }
  return gathered;
}

/** What a JSON file starts, where it is of a kind that is known to start something. */
export function commandsOfJson(roots: readonly TreeNode[]): CommandFacts {
  const gathered = gather();
  for (const root of roots.slice(0, 1)) {
    const services = entry(root, "services");
    if (services !== undefined && isCompose(services)) readCompose(gathered, services);
    else if (entry(root, "apiVersion") !== undefined) readPipelines(gathered, root);
    const servers = entry(root, "mcpServers") ?? entry(root, "servers");
    if (servers !== undefined) readMcpServers(gathered, servers);
    const scripts = entry(root, "scripts");
    if (scripts !== undefined) readNamedScripts(gathered, scripts, []);
    readNamedScripts(gathered, root, lifecycleCommands);
  }
  return gathered;
}

/**
 * True for the services of a Compose file. GitHub workflows have `services` too, but inside a job;
 * other files have lists of names there.
 */
export function isCompose(services: TreeNode): boolean {
  return (
    services.kind === "map" &&
    services.entries.some(
      ({ value }) =>
        entry(value, "image") !== undefined ||
        entry(value, "build") !== undefined ||
        entry(value, "command") !== undefined,
    )
  );
}
