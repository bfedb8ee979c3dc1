import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../setting/tree.ts";
import type { ShellWord } from "../shell/state.ts";
import { imageProgram } from "./images.ts";
import { isReachable } from "./ports.ts";
import { addWords, commandWords, variablesOf, wordOf, type Gathered } from "./gather.ts";
import { isOn, type Reach, type Variable, type Word } from "./view.ts";

/** Reads the services of a compose file. */
export function readCompose(gathered: Gathered, services: TreeNode): void {
  for (const { keySpan, value } of entriesOf(services)) {
    if (value.kind !== "map") continue;
    const environment = variablesOf(entry(value, "environment"));
    gathered.environment.push(...environment);
    const privileged = scalar(entry(value, "privileged"));
    startContainer(gathered, {
      span: keySpan,
      image: entry(value, "image"),
      entrypoint: commandWords(entry(value, "entrypoint")),
      command: commandWords(entry(value, "command")),
      environment,
      reach: reachOf(value),
      volumes: volumesOf(entry(value, "volumes")),
      privileged: privileged !== undefined && isOn(privileged.value) ? privileged : undefined,
    });
  }
}

/** What is known about a container before its command is read. */
export interface ContainerParts {
  readonly span: { readonly start: number; readonly end: number };
  readonly image: TreeNode | undefined;
  readonly entrypoint: readonly ShellWord[];
  readonly command: readonly ShellWord[];
  readonly environment: readonly Variable[];
  readonly reach: Reach;
  readonly volumes: readonly Word[];
  readonly privileged: { readonly start: number; readonly end: number } | undefined;
}

/** Adds a container, with the command that its image starts where that is known. */
export function startContainer(gathered: Gathered, parts: ContainerParts): void {
  const { environment, reach, volumes, privileged, span } = parts;
  const node = scalar(parts.image);
  const image = node === undefined ? undefined : wordOf(node);
  let program = parts.entrypoint;
  if (program.length === 0 && image !== undefined) {
    program = imageProgram(image.text, parts.command.length > 0).map((text) => ({
      ...image,
      text,
      isKnown: true,
    }));
  }
  const command = addWords(gathered, [...program, ...parts.command], { reach, environment });
  const { start, end } = span;
  gathered.containers.push({ image, environment, volumes, privileged, reach, command, start, end });
}

function volumesOf(node: TreeNode | undefined): readonly Word[] {
  return itemsOf(node).flatMap((item) => {
    if (item.kind === "scalar") return [wordOf(item)];
    const source = scalar(entry(item, "source"));
    const target = scalar(entry(item, "target"));
    return source === undefined
      ? []
      : [{ ...wordOf(source), text: `${source.value}:${target?.value ?? ""}` }];
  });
}

function reachOf(service: TreeNode): Reach {
  if (scalar(entry(service, "network_mode"))?.value === "host") return "network";
  const ports = itemsOf(entry(service, "ports"));
  if (ports.length === 0) {
    // A proxy that is told so by labels publishes it.
    return entry(service, "labels") === undefined ? "internal" : "unknown";
  }
  const open = ports.some((port) => {
    if (port.kind === "scalar") return isReachable(port.value);
    const host = scalar(entry(port, "host_ip"))?.value;
    return host === undefined || isReachable(`${host}:`);
  });
  return open ? "network" : "loopback";
}
