/** The rows of CSV: RFC 4180, with line breaks of either kind. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        const next = text.indexOf('"', at);
        if (next < 0) {
          field += text.slice(at);
          at = text.length;
          break;
        }
        field += text.slice(at, next);
        at = next + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    } else {
      const start = at;
      while (at < text.length && text[at] !== "," && text[at] !== "\n") at++;
      field = text.slice(start, at).replace(/\r$/, "");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    row.push(field);
    if (text[at] === ",") {
      at++;
      if (at === text.length) row.push("");
      continue;
    }
    at++;
    // Empty lines are no rows.
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
