/** Turns offsets into lines and columns. Built once for each text. */
export interface LineIndex {
  /** Offset at which each line starts; the first is 0. */
  readonly starts: readonly number[];
  /** 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
  /** 1-based column of an offset, in UTF-16 code units. */
  readonly columnAt: (offset: number) => number;
  /** Text of a 1-based line without its line break. */
  readonly lineText: (line: number) => string;
}

/** Lines end at `\n`, `\r\n` or `\r`, as Python, YAML and shells have it. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  if (!text.includes("\r")) {
    // Almost every text: a search for one character is quicker than a look at each.
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return lineIndexOf(text, starts);
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) starts.push(at + 1);
    else if (code === 13) {
      if (text.charCodeAt(at + 1) === 10) at++;
      starts.push(at + 1);
    }
  }
  return lineIndexOf(text, starts);
}

/** The same from line starts that a tokenizer has found on its way. */
export function lineIndexOf(text: string, starts: readonly number[]): LineIndex {
  function lineAt(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
  return {
    starts,
    lineAt,
    columnAt: (offset) => offset - starts[lineAt(offset) - 1]! + 1,
    lineText: (line) => {
      const start = starts[line - 1];
      if (start === undefined) return "";
      return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, "");
    },
  };
}

/** Something a parser could not read, or would not: kept beside the value, never thrown. */
export interface Problem {
  readonly reason: "syntax-error" | "encoding-error" | "limit";
  readonly message: string;
  /** Offset where it was met. */
  readonly at: number;
}
