/** Every error a user can meet, with what it means; `docs/errors.md` is made from it. */
export const errorCodes = {
  usage: "The command line is wrong: an unknown option, or a value that does not fit.",
  "config-invalid":
    "`pavise.yaml` does not say what it should; line and column are in the message.",
  "config-missing": "The file named with `--config` does not exist or cannot be read.",
  "target-missing": "A path to scan does not exist.",
  "baseline-invalid": "The file named with `--baseline` is not a Run, or is damaged.",
  "run-invalid": "The file given to `pavise report` is not a Run of a version that is understood.",
  "snapshot-invalid":
    "The file given with `--from` is not a snapshot of an account, or is of a version that is not understood.",
  "file-missing": "A file that an option names does not exist or cannot be read.",
  "key-invalid":
    "A key or certificate cannot be used: not what was asked for, locked, or of a kind that signs no models.",
  "policy-silent": "A policy has no rule for a model; what no rule names is not trusted.",
  "model-unfit":
    "A model cannot be signed as it is: links, names that are no text, files that change or cannot be read.",
  "service-failed":
    "A service that is needed, such as a timestamp server or a certificate authority, cannot be reached or has refused.",
  "record-invalid":
    "What `--against` names is no record of a model, contradicts itself, or is damaged.",
  "record-unreachable":
    "A server that `--against` names does not answer, does not let us in, or answers with too much.",
  "audit-log-damaged":
    "An audit log cannot be continued, since its last record is damaged or was written with another key.",
  "model-unsupported":
    "A model cannot be attacked as it is: an operator whose gradient is not known, a shape that does not fit, an input of another kind.",
  "data-invalid": "Data, labels or settings of an attack cannot be read, or do not fit the model.",
  "endpoint-failed": "A model behind an address does not answer, or not with what was expected.",
  "audit-log-busy": "Another process writes this audit log.",
  interrupted: "The command was stopped before it was done.",
  "output-failed": "A report could not be written.",
  "check-unknown": "No check has this id, code or alias.",
  internal: "A fault in Pavise itself. Please report it with the message.",
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** The one error class. `hint` tells the reader what to do next. */
export class PaviseError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "PaviseError";
    this.code = code;
    this.hint = options.hint;
  }
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

const fileReasons: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  ENOTDIR: "what is named as a folder is a file",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ELOOP: "a link that leads to itself",
  ENOSPC: "no space is left",
  EROFS: "it cannot be written there",
};

/** Why the file system said no, without the path, which is said beside it. */
export function fileReason(thrown: unknown): string {
  const { code = "" } = thrown as NodeJS.ErrnoException;
  return Object.hasOwn(fileReasons, code) ? fileReasons[code]! : messageOf(thrown);
}
