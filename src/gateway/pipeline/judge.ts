/** A second model that reads what the guards let pass. */
export interface Judge {
  readonly reads: { readonly input: boolean; readonly output: boolean };
  /** What happens where it gives no answer; `closed` refuses. */
  readonly onFailure: "open" | "closed";
  readonly ask: (direction: "input" | "output", text: string) => Promise<JudgeAnswer>;
}

/** `failed` is an error and never a verdict. */
export type JudgeAnswer =
  | { readonly kind: "allow" }
  | { readonly kind: "block"; readonly reason: string }
  | { readonly kind: "failed"; readonly message: string };
