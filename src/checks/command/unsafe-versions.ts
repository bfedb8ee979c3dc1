/** A release of a package that runs what it reads, or that is malware itself. */
export interface UnsafeVersions {
  /** Releases before this one; absent where only those in `exactly` are meant. */
  readonly before?: string;
  /** Releases from this one on; absent where it is from the first. */
  readonly from?: string;
  readonly exactly?: readonly string[];
  readonly says: string;
  readonly advisory: string;
}

/**
 * Only packages with which models, prompts and tools are loaded, and only weaknesses that run code
 * of whoever wrote the file. It is no audit of dependencies.
 */
export const unsafeVersions: ReadonlyMap<string, readonly UnsafeVersions[]> = new Map<
  string,
  readonly UnsafeVersions[]
>([
  [
    "torch",
    [
      {
        before: "2.6.0",
        says: "runs code in a checkpoint even with `weights_only=True`",
        advisory: "CVE-2025-32434",
      },
      {
        before: "2.10.0",
        says: "corrupts memory when a checkpoint is made for it, even with `weights_only=True`",
        advisory: "CVE-2026-24747",
      },
    ],
  ],
  [
    "transformers",
    [
      {
        before: "4.48.0",
        says: "unpickles files of some models on its own",
        advisory: "CVE-2024-11392",
      },
    ],
  ],
  [
    "keras",
    [
      {
        before: "3.11.3",
        says: "runs code in a model although safe mode is on",
        advisory: "CVE-2025-9905",
      },
    ],
  ],
  [
    "pyarrow",
    [
      {
        before: "14.0.1",
        from: "0.14.0",
        says: "runs code in Parquet and Arrow files",
        advisory: "CVE-2023-47248",
      },
    ],
  ],
  ["nltk", [{ before: "3.9", says: "unpickles what it downloads", advisory: "CVE-2024-39705" }]],
  [
    "joblib",
    [{ before: "1.2.0", says: "evaluates a parameter as code", advisory: "CVE-2022-21797" }],
  ],
  ["numpy", [{ before: "1.16.3", says: "unpickles arrays by default", advisory: "CVE-2019-6446" }]],
  [
    "pyyaml",
    [{ before: "5.4", says: "runs code in YAML with its full loader", advisory: "CVE-2020-14343" }],
  ],
  [
    "langchain-core",
    [
      {
        before: "0.3.81",
        says: "builds objects out of text that users write",
        advisory: "CVE-2025-68664",
      },
      {
        from: "1.0.0",
        before: "1.2.5",
        says: "builds objects out of text that users write",
        advisory: "CVE-2025-68664",
      },
    ],
  ],
  [
    "langchain",
    [
      {
        before: "0.0.142",
        says: "runs what a model answers to LLMMathChain as code",
        advisory: "CVE-2023-29374",
      },
    ],
  ],
  [
    "langgraph-checkpoint",
    [{ before: "3.0.0", says: "runs code in a checkpoint", advisory: "CVE-2025-64439" }],
  ],
  [
    "langflow",
    [
      {
        before: "1.3.0",
        says: "runs code for everybody who reaches it",
        advisory: "CVE-2025-3248",
      },
    ],
  ],
  [
    "vllm",
    [
      {
        from: "0.6.5",
        before: "0.8.5",
        says: "unpickles what it receives over the network",
        advisory: "CVE-2025-32444",
      },
    ],
  ],
  [
    "skops",
    [
      {
        before: "0.13.0",
        says: "runs code in a model that it calls trusted",
        advisory: "CVE-2025-54886",
      },
    ],
  ],
  [
    "smolagents",
    [
      {
        before: "1.17.0",
        says: "lets code of a model out of its interpreter",
        advisory: "CVE-2025-5120",
      },
    ],
  ],
  [
    "llama-cpp-python",
    [
      {
        before: "0.2.72",
        says: "runs code in the chat template of a model",
        advisory: "CVE-2024-34359",
      },
    ],
  ],
  [
    "picklescan",
    [
      {
        before: "0.0.31",
        says: "misses code in files that are made for it",
        advisory: "CVE-2025-10155",
      },
    ],
  ],
  [
    "distributed",
    [{ before: "2021.10.0", says: "opens its workers to the network", advisory: "CVE-2021-42343" }],
  ],
  [
    "torchserve",
    [{ before: "0.8.2", says: "loads models from any address", advisory: "CVE-2023-43654" }],
  ],
  [
    "ultralytics",
    [
      {
        exactly: ["8.3.41", "8.3.42", "8.3.45", "8.3.46"],
        says: "is malware: it mines",
        advisory: "PYSEC-2024-154",
      },
    ],
  ],
  [
    "litellm",
    [
      {
        exactly: ["1.82.7", "1.82.8"],
        says: "is malware: it steals keys",
        advisory: "https://docs.litellm.ai/blog/security-update-march-2026",
      },
    ],
  ],
]);

/** Numbers of a release, `2.5.1+cu121` as 2, 5, 1; undefined for what is none. */
function numbersOf(version: string): readonly number[] | undefined {
  const release = /^v?(\d{1,9}(?:\.\d{1,9}){0,9})/.exec(version.trim())?.[1];
  return release?.split(".").map(Number);
}

/** Negative where `a` is older than `b`. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The newest release that a requirement allows, and whether itself; undefined where there is none. */
function newestOf(
  specifier: string,
): { readonly version: string; readonly isAllowed: boolean } | undefined {
  for (const part of specifier.split(",")) {
    const found = /^(===?|~=|<=|<)\s*v?([\w.+*-]+)$/.exec(part.trim());
    if (found === null) continue;
    const [, operator = "", version = ""] = found;
    if (operator === "~=") {
      const numbers = numbersOf(version);
      if (numbers === undefined || numbers.length < 2) continue;
      const upper = [...numbers.slice(0, -2), (numbers.at(-2) ?? 0) + 1];
      return { version: upper.join("."), isAllowed: false };
    }
    if (version.endsWith(".*")) {
      const numbers = numbersOf(version);
      if (numbers === undefined) continue;
      const upper = [...numbers.slice(0, -1), (numbers.at(-1) ?? 0) + 1];
      return { version: upper.join("."), isAllowed: false };
    }
    return { version, isAllowed: operator !== "<" };
  }
  return undefined;
}

/** A requirement as it is written, taken apart. */
interface Requirement {
  readonly name: string;
  readonly specifier: string;
}

/** `Torch[extra]==2.5.1` is `torch` and `==2.5.1`. */
export function readRequirement(text: string): Requirement | undefined {
  const found =
    /^([A-Za-z0-9][\w.-]{0,80})(?:\[[^\]]{0,200}\])?\s*\(?((?:[<>=!~]=?|===)[^;@()]{0,200})\)?$/.exec(
      text,
    );
  if (found === null) return undefined;
  const [, name = "", specifier = ""] = found;
  return { name: name.toLowerCase().replaceAll(/[-_.]+/g, "-"), specifier };
}

/** Why every release that a requirement allows is unsafe; undefined where one is not. */
export function unsafetyOf({ name, specifier }: Requirement): UnsafeVersions | undefined {
  const newest = newestOf(specifier);
  const numbers = newest === undefined ? undefined : numbersOf(newest.version);
  if (newest === undefined || numbers === undefined) return undefined;
  return unsafeVersions.get(name)?.find(({ before, from, exactly }) => {
    if (exactly !== undefined) return newest.isAllowed && exactly.includes(newest.version);
    const isBefore =
      before !== undefined && compareTo(numbers, before) < (newest.isAllowed ? 0 : 1);
    return isBefore && (from === undefined || compareTo(numbers, from) >= 0);
  });
}

function compareTo(numbers: readonly number[], version: string): number {
  return compare(numbers, numbersOf(version) ?? []);
}
