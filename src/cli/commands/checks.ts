import { resolveControls } from "../../catalog/index.ts";
import { controlMatches, PaviseError, severities, type CheckMeta } from "../../core/index.ts";
import { buildRegistry, loadToolbox, nearest, type Registry } from "../../engine/index.ts";
import { painter, wrap, type Paint } from "../help.ts";
import { oneOf, type Given } from "../options.ts";
import type { Stage } from "../stage.ts";

interface Look {
  readonly paint: Paint;
  readonly width: number;
}

function wanted(metas: readonly CheckMeta[], given: Given): readonly CheckMeta[] {
  const asset = given.last("asset");
  const control = given.last("control");
  const assets = [...new Set(metas.map((meta) => meta.asset))];
  if (asset !== undefined && !assets.includes(asset)) {
    throw new PaviseError("usage", `--asset ${asset}: no check reads this`, {
      hint: `One of: ${assets.join(", ")}.`,
    });
  }
  return metas
    .filter((meta) => asset === undefined || meta.asset === asset)
    .filter(
      (meta) => control === undefined || meta.controls.some((id) => controlMatches(id, control)),
    )
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function named(registry: Registry, names: readonly string[]): readonly CheckMeta[] {
  return names.flatMap((name) => {
    const found = registry.named(name);
    if (found.length > 0) return found;
    const guess = nearest(name, registry.names);
    const hint = guess === undefined ? "`pavise checks` lists them." : `Did you mean ${guess}?`;
    throw new PaviseError("check-unknown", `no check is called "${name}"`, { hint });
  });
}

const colors = {
  critical: "magenta",
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "gray",
} as const;

function list(metas: readonly CheckMeta[], look: Look): string {
  const { paint, width } = look;
  const wide = (values: readonly string[]): number =>
    Math.max(0, ...values.map((value) => value.length));
  const [code, id, level] = [
    wide(metas.map((meta) => meta.code)),
    wide(metas.map((meta) => meta.id)),
    wide(severities),
  ];
  const rows = metas.map((meta) => {
    const room = Math.max(20, width - code - level - id - 6);
    const title = meta.title.length > room ? `${meta.title.slice(0, room - 1)}…` : meta.title;
    const severity = paint(colors[meta.severity], meta.severity.padEnd(level));
    return `${paint("dim", meta.code.padEnd(code))}  ${severity}  ${paint("bold", meta.id.padEnd(id))}  ${title}`;
  });
  const count = `${metas.length} ${metas.length === 1 ? "check" : "checks"}`;
  return [...rows, "", paint("dim", `${count}. \`pavise checks <id>\` explains one.`), ""].join(
    "\n",
  );
}

function block(title: string, lines: readonly string[], look: Look): readonly string[] {
  return lines.length === 0
    ? []
    : [look.paint("bold", title), ...lines.map((line) => `  ${line}`), ""];
}

function explainOne(meta: CheckMeta, look: Look): string {
  const { paint, width } = look;
  const prose = (text: string): readonly string[] => wrap(text, Math.min(width, 100) - 2);
  const { controls, unknown } = resolveControls(meta.controls);
  const code = (texts: readonly { readonly code: string }[]): readonly string[] =>
    texts.flatMap((example) => [...example.code.trimEnd().split("\n"), ""]).slice(0, -1);
  const audience = meta.audience === "default" ? "" : `, for the ${meta.audience} audience`;
  return [
    paint("bold", meta.title),
    paint(
      "dim",
      `${meta.id}  ${meta.code}${meta.aliases.length === 0 ? "" : `  also ${meta.aliases.join(", ")}`}`,
    ),
    `${paint(colors[meta.severity], meta.severity)} severity, ${meta.confidence} confidence${audience}; reads ${meta.asset}`,
    "",
    ...block("Why", prose(meta.why), look),
    ...block("Mend", prose(meta.mend), look),
    ...block("What it does not see", meta.blind === undefined ? [] : prose(meta.blind), look),
    ...block(
      "Controls",
      [...controls.map(({ id, title }) => `${id}  ${paint("dim", title)}`), ...unknown],
      look,
    ),
    ...block("Found", code(meta.examples.found), look),
    ...block("Clean", code(meta.examples.clean), look),
    ...block("References", meta.references ?? [], look),
    ...block("Accept one", [`# pavise: allow ${meta.id} -- <why it is safe here>`], look),
  ].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
}

function markdown(metas: readonly CheckMeta[]): string {
  const rows = metas.map(({ code, id, severity, audience, title, aliases, controls }) =>
    [
      code,
      `\`${id}\``,
      severity,
      audience,
      cell(title),
      aliases.join(", "),
      controls.join(", "),
    ].join(" | "),
  );
  const head = "Code | Check | Severity | Audience | Title | Also known as | Controls";
  return `${[head, "---|---|---|---|---|---|---", ...rows].map((row) => `| ${row} |`).join("\n")}\n`;
}

/** `pavise checks` */
export async function checksCommand(given: Given, stage: Stage): Promise<number> {
  const format = oneOf(given, "format", ["text", "json", "markdown"] as const) ?? "text";
  const registry = buildRegistry((await loadToolbox()).checks);
  const explained = given.operands.length > 0;
  const metas = wanted(explained ? named(registry, given.operands) : registry.metas, given);
  const look = { paint: painter(stage.color), width: stage.width ?? 120 };
  if (format === "json") await stage.print(`${JSON.stringify(metas, null, 2)}\n`);
  else if (format === "markdown") await stage.print(markdown(metas));
  else
    await stage.print(
      explained ? metas.map((meta) => explainOne(meta, look)).join("\n") : list(metas, look),
    );
  return 0;
}
