/** An output of a cell, as nbformat 4 has it. */
export type TestOutput = Readonly<Record<string, unknown>>;

/** A cell to be written: the source of a code cell, or one of another kind. */
export type TestCell =
  | string
  | {
      readonly kind?: "code" | "markdown" | "raw";
      readonly source: string | readonly string[];
      readonly outputs?: readonly TestOutput[];
      readonly metadata?: object;
    };

/** Text that a program printed. */
export function printed(text: string | readonly string[]): TestOutput {
  return { output_type: "stream", name: "stdout", text };
}

/** A result or a display, by MIME type. */
export function shown(data: Readonly<Record<string, unknown>>): TestOutput {
  return { output_type: "display_data", metadata: {}, data };
}

/** The text of a notebook of nbformat 4. */
export function notebookOf(
  cells: readonly TestCell[],
  metadata: object = { kernelspec: { name: "python3", language: "python" } },
): string {
  const written = cells.map((cell) => {
    const given = typeof cell === "string" ? { source: cell } : cell;
    const { kind = "code", source, outputs = [], metadata: own = {} } = given;
    return kind === "code"
      ? { cell_type: kind, execution_count: 1, metadata: own, outputs, source }
      : { cell_type: kind, metadata: own, source };
  });
  return JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}
