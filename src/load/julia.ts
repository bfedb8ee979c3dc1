// Models of Julia as BSON.jl writes them: values of types, and functions, that it looks up by their names and makes
// or calls while it reads. https://github.com/JuliaIO/BSON.jl , `raise_recursive`, `newstruct`.
import { bsonNames, isBson } from "../formats/bson/names.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { DataModel } from "./data-model.ts";
import { actLine, type ListingLine } from "./listing.ts";

const maxTold = 20;
/** What starts programs, runs code or reaches out; none is a part of a model. */
const dangerous =
  /^(?:Core|Base|Main)\.(?:Main\.|Base\.|Core\.)*(?:run|Cmd|CmdRedirect|OrCmds|AndCmds|pipeline|spawn|eval|include|include_string|evalfile|ccall|unsafe_\w+|dlopen|download|Libc\.\w+|Libdl\.\w+)$|^(?:Sockets|Downloads|Distributed|Pkg|REPL)\./;

/** Undefined where a file is no document of BSON that names types of Julia. */
export function juliaModel(source: ByteSource, head: Buffer): DataModel | undefined {
  if (!isBson(head, source.size)) return undefined;
  const names = bsonNames(source, "name");
  if (names.size === 0) return undefined;
  const lines: ListingLine[] = [{ text: `# BSON, which names ${names.size} types` }];
  for (const name of names)
    if (dangerous.test(name) && lines.length <= maxTold)
      lines.push(actLine(name, "runs", `${name.slice(0, 80)} is made or called while it is read`));
  return { lines, payloads: [] };
}
