import { coverageReasons, errorCodes } from "../../src/core/index.ts";
import { banner, page, table } from "./markdown.ts";

/** Why an asset is not, or not wholly, in the findings; held to be complete by its type. */
const reasons: Readonly<Record<(typeof coverageReasons)[number], string>> = {
  "no-check": "No check reads this kind of file.",
  excluded:
    "An ignore file, the configuration, or its place among other people's code leaves it out.",
  empty: "There is nothing in it.",
  "too-large": "It is larger than `max-text-bytes`; a notebook, than `max-notebook-bytes`.",
  "outside-tree": "A link that leads out of the scanned folder; it is not followed.",
  absent: "A file refers to it, and it is not here: a module that `terraform init` has to fetch.",
  unreadable: "The file system does not give it away, or a link leads nowhere.",
  denied: "An account did not let us see it; the permission that was missing is said.",
  "special-file": "A pipe, a socket or a device.",
  "syntax-error": "It does not parse; what does was searched.",
  "encoding-error": "It is not text in the encoding that it claims; what is was searched.",
  limit: "It goes beyond a limit that keeps one file from costing the run, such as nesting.",
  timeout: "It took longer than `file-timeout-ms`.",
  "out-of-memory": "It took more than `worker-heap-mb`.",
  "check-failed": "A check failed on it, which is a fault of Pavise; the others were made.",
  "worker-failed": "The worker that read it ended.",
  interrupted: "The scan was ended before its turn came.",
};

/** What the program says when it cannot go on, and what it says of files it could not read. */
export function errorsPage(): string {
  return page([
    banner,
    "# Errors",
    "An error says `error[code]: what happened`, and a hint where there is one. The exit status is 2: the command or its configuration is wrong, and nothing was scanned. It is 3 where a run was begun and could not be completed; what is known is written then.",
    table(
      ["Code", "What it means"],
      Object.entries(errorCodes).map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
    "## What could not be read",
    "Every file is in the coverage of a run as checked, skipped (not looked at, by decision) or failed (something in it was not read). Only what is checked can be called clean. `gate.unread` in `pavise.yaml` says which of the failed ones fail the gate.",
    table(
      ["Reason", "What it means"],
      coverageReasons.map((reason) => [`\`${reason}\``, reasons[reason]]),
    ),
  ]);
}
