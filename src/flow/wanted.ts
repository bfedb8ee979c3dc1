import { everything, maskOf } from "./masks.ts";
import type { SinkKind, SourceKind } from "./model.ts";

const doing: readonly SinkKind[] = [
  "code",
  "shell",
  "program",
  "sql",
  "request",
  "path",
  "html",
  "template",
  "deserialize",
  "import",
  "system-prompt",
  "tool-description",
];

/**
 * Which ways are weaknesses. What the person at the keyboard says may choose files and programs:
 * it is their machine. A secret is lost where it is written or sent, whoever reads it.
 */
const wanted: Readonly<Record<SourceKind, readonly SinkKind[]>> = {
  "model-output": doing,
  "tool-input": doing,
  "tool-result": doing,
  retrieved: doing,
  "user-input": [...doing, "log"],
  download: [
    "code",
    "shell",
    "program",
    "sql",
    "html",
    "template",
    "deserialize",
    "import",
    "system-prompt",
    "tool-description",
  ],
  hub: ["code", "shell", "deserialize", "import", "request", "sql", "html", "template"],
  "local-input": ["code", "shell", "sql", "template", "deserialize", "import", "system-prompt"],
  environment: ["code", "shell", "template", "deserialize", "import"],
  secret: ["prompt", "system-prompt", "log"],
  "personal-data": ["prompt", "system-prompt", "log"],
};

const masks = new Map(
  Object.entries(wanted).map(([kind, sinks]) => [kind as SourceKind, maskOf(sinks)]),
);

/** Sinks at which something of this kind is a weakness. */
export function wantedMask(kind: SourceKind): number {
  return masks.get(kind)!;
}

/** The mask to begin with: harmless wherever it is no weakness. */
export function startMask(kind: SourceKind): number {
  return everything & ~wantedMask(kind);
}
