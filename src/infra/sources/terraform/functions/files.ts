import { createHash } from "node:crypto";
import type { Document, Value } from "../../../value.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { causeOf, isKnown, scalar, unknown } from "../values.ts";
import { textArg } from "../plain.ts";
import { onTexts, textValue, unknownOf, wrong } from "./define.ts";

/** What a file is, unless it is not here: what is not scanned may still be there. */
function onFile(
  work: (file: Document, args: readonly Value[], call: CallContext) => Value,
): TerraformFunction {
  return (args, call) => {
    const [given] = args;
    if (given === undefined) return wrong(call);
    const path = textArg(given);
    if (path === undefined) return isKnown(given) ? wrong(call) : unknown(causeOf(given), call.at);
    const file = call.file(path);
    return file === undefined
      ? unknown(`the file ${path} is not here`, call.at)
      : work(file, args, call);
  };
}

function hashed(algorithm: string, encoding: "hex" | "base64"): TerraformFunction {
  return onFile(({ text }, _, { at }) =>
    scalar(createHash(algorithm).update(text, "utf8").digest(encoding), at),
  );
}

function renderNames(
  names: Value | undefined,
  call: CallContext,
): ReadonlyMap<string, Value> | Value {
  if (names === undefined) return new Map();
  if (names.kind === "map" && names.open === undefined) return names.entries;
  return isKnown(names) ? wrong(call) : unknown(causeOf(names), call.at);
}

const templateFile = onFile(({ text, path }, [, given], call) => {
  const names = renderNames(given, call);
  return names instanceof Map ? call.render(text, path, names) : (names as Value);
});

function templateString([template, given]: readonly Value[], call: CallContext): Value {
  const missing = unknownOf(template === undefined ? [] : [template], call);
  if (missing !== undefined) return missing;
  const text = template === undefined ? undefined : textArg(template);
  if (text === undefined) return wrong(call);
  const names = renderNames(given, call);
  return names instanceof Map ? call.render(text, "a text", names) : (names as Value);
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end--;
  return path.slice(0, end);
}

function dirname(path: string): string {
  const clean = withoutSlashes(path);
  const at = clean.lastIndexOf("/");
  if (at < 0) return ".";
  return at === 0 ? "/" : clean.slice(0, at);
}

/** Functions of files and their names. Files are those beside the configuration, and no others. */
export const fileFunctions: Readonly<Record<string, TerraformFunction>> = {
  basename: onTexts(([path]) =>
    path === undefined ? undefined : withoutSlashes(path).split("/").at(-1),
  ),
  dirname: onTexts(([path]) => (path === undefined ? undefined : dirname(path))),
  file: onFile(({ text }, _, call) => textValue(text, call)),
  filebase64: onFile(({ text }, _, call) =>
    textValue(Buffer.from(text, "utf8").toString("base64"), call),
  ),
  filebase64sha256: hashed("sha256", "base64"),
  filebase64sha512: hashed("sha512", "base64"),
  fileexists: onFile((_, __, { at }) => scalar(true, at)),
  filemd5: hashed("md5", "hex"),
  filesha1: hashed("sha1", "hex"),
  filesha256: hashed("sha256", "hex"),
  filesha512: hashed("sha512", "hex"),
  templatefile: templateFile,
  templatestring: templateString,
};
