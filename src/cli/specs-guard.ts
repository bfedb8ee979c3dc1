import type { CommandSpec } from "./options.ts";

/** What `pavise guard` takes. */
export const guardSpec: CommandSpec = {
  name: "guard",
  summary: "Judge texts on their way to a model or from it, in this process.",
  operands: "[FILE…]",
  options: [
    {
      name: "jsonl",
      about:
        'Each line is {"id", "text", "source"}; told by the first line otherwise. One line of JSON is written for each.',
    },
    { name: "text", about: "Each file is one text, whatever it looks like." },
    {
      name: "direction",
      value: "WAY",
      about:
        "input (default) or output, for texts that name no source; a line's source is user, tool, system or assistant.",
    },
    {
      name: "source",
      value: "NAME",
      about: "Where texts come from that do not say: user (default), tool or system.",
    },
    {
      name: "policy",
      value: "FILE",
      about: "What is done about each kind, where it differs from the defaults.",
    },
    {
      name: "threshold",
      value: "SCORE",
      about: "From which score on prompt injection and jailbreaks count, 0 to 1 (default: 0.5).",
    },
    {
      name: "fail-on",
      value: "VERDICT",
      about: "The least verdict that fails: block (default), redact, or none.",
    },
    { name: "redacted", about: "Also write each text as it may pass." },
    { name: "quiet", short: "q", about: "Write nothing; the exit status tells." },
  ],
  notes: [
    "Without FILE, or with -, standard input is read. Lines come out in the order in which they came in, each as soon as it is judged; memory does not grow with the input. A line that is no JSON or has no text comes out with an error, and the exit status is 3 at the end.",
    "What each kind is and what is done about it is in docs/guard.md. Exit status: 0 nothing fails, 1 a verdict fails, 2 wrong usage and nothing was judged, 3 something could not be judged.",
  ],
  examples: [
    ["pavise guard prompt.txt", "one text, explained"],
    ["pbpaste | pavise guard --source tool", "what a tool or a web page said"],
    ["pavise guard --jsonl < texts.jsonl > verdicts.jsonl", "many texts"],
    ["pavise guard --direction output --redacted answer.txt", "an answer, with secrets masked"],
  ],
};
