import type { PickleEvent } from "./program.ts";
import type { PickleValue } from "./value.ts";

/** Of a text that is shown. */
const shownText = 160;
const shownItems = 6;
const shownDepth = 3;

function quote(text: string, length: number): string {
  const cut = text.length > shownText ? text.slice(0, shownText) : text;
  const written = JSON.stringify(cut).replace(
    /[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return cut.length < length ? `${written.slice(0, -1)}…"` : written;
}

/** A value as Python would write it, shortened. Results of calls have names: `_1`, `_2`. */
export function renderValue(value: PickleValue, depth = 0): string {
  switch (value.kind) {
    case "none":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "number":
      return Number.isNaN(value.value) ? "nan" : String(value.value).slice(0, 40);
    case "text":
      return quote(value.text, value.length);
    case "bytes":
      return `<${value.length} bytes>`;
    case "global":
      return `${value.module}.${value.name}`;
    case "call":
      return `_${value.id}`;
    case "persistent":
      return `persistent_load(${renderValue(value.id, depth + 1)})`;
    case "extension":
      return `<extension ${value.code}>`;
    case "buffer":
      return "<buffer>";
    case "unknown":
      return `<${value.why}>`;
    case "dict": {
      const shown = depth >= shownDepth ? [] : value.entries.slice(0, shownItems);
      const parts = shown.map(
        ([key, one]) => `${renderValue(key, depth + 1)}: ${renderValue(one, depth + 1)}`,
      );
      return `{${listed(parts, value.length)}}`;
    }
    default: {
      const shown = depth >= shownDepth ? [] : value.items.slice(0, shownItems);
      const parts = listed(
        shown.map((one) => renderValue(one, depth + 1)),
        value.length,
      );
      if (value.kind === "list") return `[${parts}]`;
      if (value.kind === "tuple") return value.length === 1 ? `(${parts},)` : `(${parts})`;
      return value.kind === "set"
        ? value.length === 0
          ? "set()"
          : `{${parts}}`
        : `frozenset({${parts}})`;
    }
  }
}

function listed(parts: readonly string[], length: number): string {
  const rest = length - parts.length;
  if (rest <= 0) return parts.join(", ");
  return [...parts, `… ${rest} more`].join(", ");
}

/** Arguments as a call writes them. */
function renderArguments(args: PickleValue, keywords?: PickleValue): string {
  const parts: string[] = [];
  if (args.kind === "tuple") {
    const shown = args.items.slice(0, shownItems).map((one) => renderValue(one, 1));
    if (args.length > 0) parts.push(listed(shown, args.length));
  } else parts.push(`*${renderValue(args, 1)}`);
  if (keywords?.kind === "dict") {
    if (keywords.length > 0) parts.push(`**${renderValue(keywords, 1)}`);
  } else if (keywords !== undefined) parts.push(`**${renderValue(keywords, 1)}`);
  return parts.join(", ");
}

/** What an event does, as a line of Python. */
export function renderEvent(event: PickleEvent): string {
  switch (event.kind) {
    case "import":
      return `from ${event.global.module || "?"} import ${event.global.name}`;
    case "computed-import":
      return `import_name(${renderValue(event.module)}, ${renderValue(event.name)})`;
    case "call": {
      const { id, by, callee, args, keywords } = event.call;
      const what = renderValue(callee);
      const given = renderArguments(args, keywords);
      const isNew = by === "NEWOBJ" || by === "NEWOBJ_EX";
      return isNew
        ? `_${id} = ${what}.__new__(${given === "" ? what : `${what}, ${given}`})`
        : `_${id} = ${what}(${given})`;
    }
    case "build":
      return `${renderValue(event.target)}.__setstate__(${renderValue(event.state)})`;
    case "method": {
      const { target, method, given } = event;
      const object = renderValue(target);
      if (method === "__setitem__" && given.length === 2)
        return `${object}[${renderValue(given[0]!, 1)}] = ${renderValue(given[1]!, 1)}`;
      const shown = given.slice(0, shownItems).map((one) => renderValue(one, 1));
      const parts = listed(shown, given.length);
      return method === "__setitem__"
        ? `${object}.update(${parts})`
        : `${object}.${method}(${parts})`;
    }
    case "extension":
      return `copyreg._inverted_registry[${event.code}]`;
    default:
      return `persistent_load(${renderValue(event.id)})`;
  }
}
