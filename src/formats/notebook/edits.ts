/** Puts other text over parts of a text, so that lines and offsets stay what they are. */
export interface Edits {
  /** From the front to the back; `instead` is not longer than what it stands for. */
  readonly put: (start: number, end: number, instead: string) => void;
  readonly finish: () => string;
}

/** Blanks of the same length, with line breaks where they were. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

/** Begins to edit a text. */
export function edit(text: string): Edits {
  const pieces: string[] = [];
  let done = 0;
  return {
    put: (start, end, instead) => {
      if (start < done) return;
      pieces.push(text.slice(done, start), instead, blank(text.slice(start + instead.length, end)));
      done = end;
    },
    finish: () => (done === 0 ? text : pieces.join("") + text.slice(done)),
  };
}
