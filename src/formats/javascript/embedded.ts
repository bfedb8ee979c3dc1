const opening = /<script\b[^>]{0,1000}>/gi;
const closing = /<\/script\s*>/gi;

/** The scripts of a component file (Vue, Svelte), with all else blank, so that every place stays. */
export function scriptsOf(text: string): string {
  let code = "";
  let done = 0;
  const skip = (to: number): void => {
    code += text.slice(done, to).replace(/[^\n\r]/g, " ");
    done = to;
  };
  for (opening.lastIndex = 0; ;) {
    const begin = opening.exec(text);
    if (begin === null) break;
    skip(begin.index + begin[0].length);
    closing.lastIndex = done;
    const end = closing.exec(text)?.index ?? text.length;
    code += text.slice(done, end);
    done = end;
    opening.lastIndex = end;
  }
  skip(text.length);
  return code;
}
