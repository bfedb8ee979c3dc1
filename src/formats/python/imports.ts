import { accept, expect, previousEnd, readName, type Cursor } from "./cursor.ts";
import type { Alias, Statement } from "./nodes.ts";
import { T } from "./tokens.ts";

/** `import a.b as c, d` */
export function parseImport(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  const names: Alias[] = [];
  do names.push(parseAlias(p, parseDottedName));
  while (accept(p, T.Comma));
  return { kind: "Import", start, end: previousEnd(p), parent: null, names };
}

/** `from ..a import (b as c, d)` */
export function parseImportFrom(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  let level = 0;
  for (; ; p.at++) {
    if (p.kinds[p.at] === T.Dot) level++;
    else if (p.kinds[p.at] === T.Ellipsis) level += 3;
    else break;
  }
  const module = p.kinds[p.at] === T.Import ? null : parseDottedName(p);
  expect(p, T.Import, "`import`");
  const names: Alias[] = [];
  const isBracketed = accept(p, T.LParen);
  do {
    if (isBracketed && p.kinds[p.at] === T.RParen) break;
    names.push(parseAlias(p, readNameOrStar));
  } while (accept(p, T.Comma));
  if (isBracketed) expect(p, T.RParen, "`)`");
  return { kind: "ImportFrom", start, end: previousEnd(p), parent: null, module, names, level };
}

/** `name as other` */
function parseAlias(p: Cursor, readWhat: (p: Cursor) => string): Alias {
  const start = p.starts[p.at]!;
  const name = readWhat(p);
  const asname = accept(p, T.As) ? readName(p) : null;
  return { kind: "alias", start, end: previousEnd(p), parent: null, name, asname };
}

function readNameOrStar(p: Cursor): string {
  return accept(p, T.Star) ? "*" : readName(p);
}

function parseDottedName(p: Cursor): string {
  let name = readName(p);
  while (accept(p, T.Dot)) name += `.${readName(p)}`;
  return name;
}
