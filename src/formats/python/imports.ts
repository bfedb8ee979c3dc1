import { accept, expect, previousEnd, readName, type Cursor } from "./cursor.ts";
import type { Alias, Statement } from "./nodes.ts";
import { T } from "./tokens.ts";

/** `import a.b as c, d` */
export function parseImport(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  const names: Alias[] = [];
  do {
    const nameStart = p.starts[p.at]!;
    const name = parseDottedName(p);
    const asname = accept(p, T.As) ? readName(p) : null;
    names.push({
      kind: "alias",
      start: nameStart,
      end: previousEnd(p),
      parent: null,
      name,
      asname,
    });
  } while (accept(p, T.Comma));
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
  if (p.kinds[p.at] === T.Star) {
    names.push({
      kind: "alias",
      start: p.starts[p.at]!,
      end: p.ends[p.at]!,
      parent: null,
      name: "*",
      asname: null,
    });
    p.at++;
  } else {
    const isBracketed = accept(p, T.LParen);
    do {
      if (isBracketed && p.kinds[p.at] === T.RParen) break;
      const nameStart = p.starts[p.at]!;
      const name = readName(p);
      const asname = accept(p, T.As) ? readName(p) : null;
      names.push({
        kind: "alias",
        start: nameStart,
        end: previousEnd(p),
        parent: null,
        name,
        asname,
      });
    } while (accept(p, T.Comma));
    if (isBracketed) expect(p, T.RParen, "`)`");
  }
  return { kind: "ImportFrom", start, end: previousEnd(p), parent: null, module, names, level };
}

function parseDottedName(p: Cursor): string {
  let name = readName(p);
  while (accept(p, T.Dot)) name += `.${readName(p)}`;
  return name;
}
