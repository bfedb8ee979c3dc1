import type { OptionSpec } from "./options.ts";

export const formats = "terminal, json, sarif, html, junit, markdown, github, gitlab";
export const outputNote =
  "--output belongs to the --format before it, so several reports come from one scan. A folder (with a slash at its end) gets a file for each format. Without --format the file's suffix tells it. What has no --output goes to standard output.";

/** How the reports of a run are written. */
export const reportOptions: readonly OptionSpec[] = [
  {
    name: "format",
    short: "f",
    value: "NAME",
    about: `One or more of ${formats}; repeat it or separate with commas.`,
  },
  { name: "output", short: "o", value: "FILE", about: "Where the format before it is written." },
];

/** The same, and what fails the gate. */
export const runOptions: readonly OptionSpec[] = [
  ...reportOptions,
  {
    name: "fail-on",
    value: "SEVERITY",
    about:
      "The least severity that fails: none, info, low, medium, high or critical (default: high).",
  },
];
