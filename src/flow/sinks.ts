import type { Evaluated } from "./calls.ts";
import type { Given } from "./arguments.ts";
import { reach, returnNode, type FunctionState, type Machine } from "./machine.ts";
import type { SinkKind, SinkModel } from "./model.ts";
import { allTaints, ofNode, type Taint, type Value } from "./value.ts";

/** Programs that run an argument as commands or as code. */
const shells =
  /(?:^|[\\/])(?:ba|z|da|k|a|c|tc|fi)?sh(?:\.exe)?$|^(?:cmd|powershell|pwsh)(?:\.exe)?$|^ssh$/i;
const interpreters =
  /(?:^|[\\/])(?:python|pypy|node|ruby|perl|php|deno|bun|osascript)[\d.]*(?:\.exe)?$/i;
const commandOption = /^(?:-\w*c|-e|-r|\/c|-Command|--eval|-EncodedCommand|eval)$/i;

/** A URL whose host is written out: what follows cannot lead elsewhere. */
const fixedHost = /^[a-z][a-z+.-]*:\/\/[^/?#\s]+[/?#]/i;

/** Notes that an argument of a call reaches a sink, as far as it is dangerous there. */
export function reachSink(
  machine: Machine,
  call: Evaluated,
  { model, argument }: { readonly model: SinkModel; readonly argument: Given },
): void {
  const { value, node } = argument;
  if (value.taints.length === 0 && value.parts === null) return;
  const label = model.label ?? shortName(call.name);
  const place = { start: node.start === node.end ? call.node.start : node.start, end: node.end };
  if (model.kind === "request" && value.prefix !== undefined && fixedHost.test(value.prefix))
    return;
  if (model.kind === "program") {
    programOf(machine, { value, label, place });
    return;
  }
  reach(machine, allTaints(value), { kind: model.kind, label, ...place });
}

/** A list of a program and its arguments: which of them is from outside? */
function programOf(
  machine: Machine,
  { value, label, place }: { value: Value; label: string; place: { start: number; end: number } },
): void {
  const say = (kind: SinkKind, taints: readonly Taint[]): void =>
    reach(machine, taints, { kind, label, ...place });
  const { parts } = value;
  // Without parts the whole is chosen; beside parts, options that were spread among them are.
  if (parts === null || value.taints.length > 0) {
    say("program", allTaints(value));
    return;
  }
  const first = parts.get("0");
  if (first === undefined || first.taints.length > 0) {
    say("program", allTaints(value));
    return;
  }
  const program =
    typeof first.constant === "string"
      ? first.constant
      : first.target?.kind === "name" && first.target.name === "sys.executable"
        ? "python"
        : "";
  const isShell = shells.test(program);
  if (!isShell && !interpreters.test(program)) return;
  let isCommand = program === "ssh";
  for (const [key, part] of parts) {
    if (key === "0") continue;
    if (typeof part.constant === "string") isCommand ||= commandOption.test(part.constant);
    else if (isCommand) {
      say(isShell ? "shell" : "code", allTaints(part));
      return;
    }
  }
}

/** What a function returns does something: it is the page, the tool's answer. */
export function returnedSink(machine: Machine, state: FunctionState, model: SinkModel): void {
  const { node, index } = state;
  const { start, end } = node.kind === "Lambda" ? node.body : node;
  const label = model.label ?? "what is returned";
  const place = { kind: model.kind, label, start, end: Math.min(end, start + 1) };
  reach(machine, ofNode(returnNode(machine, index)).taints, place);
}

function shortName(name: string): string {
  return name.replace(/^[~?]\.?/, "");
}
