// `.args` in a llamafile: options that its program takes before those of the user, one a line.
import type { ByteSource } from "../formats/bytes/source.ts";
import { templateAct } from "./chat-template.ts";
import type { ActKind } from "./judge.ts";
import type { ListingLine } from "./listing.ts";

/** The member by its name. */
export const argsName = /(?:^|!)\.args$/;

const maxArgs = 64 * 1024;
const maxTold = 20;
/** Files that are read or written besides the model. */
const files =
  /^(?:-m|--model|-md|--model-draft|--mmproj|--lora|--lora-base|--lora-scaled|--control-vector|-f|--file|-bf|--binary-file|--grammar-file|--chat-template-file|--prompt-cache|--path|--slot-save-path|--log-file|--logdir|--api-key-file|--ssl-key-file|--ssl-cert-file)$/;
const fetched = /^(?:-mu|--model-url|-hf|-hfr|--hf-repo|-hff|--hf-file|--docker-repo|-dr)$/;
const outside =
  /^(?:[/\\](?!zip\/)|~|[A-Za-z]:[/\\]|[a-z][a-z0-9+.-]+:\/\/)|(?:^|[/\\])\.\.(?:[/\\]|$)/i;
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\]|.*\.sock)$/i;

/** What options open, fetch or read more than the model in the file; undefined where none does. */
export function argsLines(source: ByteSource): readonly ListingLine[] | undefined {
  const words = source
    .read(0, Math.min(source.size, maxArgs))
    .toString("utf8")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((line) => /^(--[\w-]+)=(.*)$/.exec(line)?.slice(1) ?? [line]);
  const lines: ListingLine[] = [];
  for (const [index, option] of words.entries()) {
    const found = judge(option, words[index + 1] ?? "");
    if (found === undefined || lines.length >= maxTold) continue;
    const [kind, message] = found;
    lines.push({
      text: `${option} ${(words[index + 1] ?? "").slice(0, 120)}`,
      acts: [{ kind, message }],
    });
  }
  return lines.length === 0 ? undefined : [{ text: "# options of the program" }, ...lines];
}

function judge(option: string, value: string): readonly [ActKind, string] | undefined {
  const shown = `\`${value.slice(0, 100)}\``;
  if (option === "--host" && !loopback.test(value))
    return ["listens", `It serves the model to the network, at ${shown}`];
  if (option === "--unsecure") return ["options", "It turns off the sandbox of its program"];
  if (option === "--rpc") return ["options", `It hands the model and what is asked to ${shown}`];
  if (fetched.test(option)) return ["options", `It fetches another model, ${shown}`];
  if (files.test(option) && outside.test(value))
    return ["options", `\`${option}\` names ${shown}, a file of the machine that it runs on`];
  if (option !== "--chat-template") return undefined;
  const act = templateAct(value);
  return act === undefined ? undefined : [act.kind, act.message];
}
