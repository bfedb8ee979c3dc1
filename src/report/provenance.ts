import type { Outcome, Run } from "../core/index.ts";

const outcomeWords: Readonly<Record<Outcome, string>> = {
  verified: "verified: it is what was signed",
  tampered: "tampered: it is not what was signed",
  invalid: "the signature is not valid",
  unsigned: "not signed",
  "untrusted-signer": "signed by somebody who is not trusted",
  expired: "signed when the certificate was not valid",
  "missing-evidence": "evidence is missing",
  refused: "the policy is not fulfilled",
  incomplete: "not verified: something could not be read",
};

/** What a report says of a verification: a sentence, and what is known with its label. */
export interface ProvenanceWords {
  readonly isGood: boolean;
  readonly sentence: string;
  readonly rows: readonly (readonly [label: string, text: string])[];
}

/** Puts the provenance of a run into words; undefined where a run has none. */
export function provenanceWords({ provenance, command }: Run): ProvenanceWords | undefined {
  if (provenance === undefined) return undefined;
  const { outcome, signer, signedAt, root } = provenance;
  const isGood = outcome === "verified";
  const isPromoted = isGood && command === "promote";
  const isRecordOnly = outcome === "verified" && signer === undefined;
  const sentence = isPromoted
    ? "promoted: it fulfils the policy"
    : isRecordOnly
      ? "verified: it is what is on record"
      : outcomeWords[outcome];
  const rows = [
    ["Signer", signer],
    ["Signed", signedAt?.replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC")],
    ["Digest", root === undefined ? undefined : `sha256:${root}`],
  ] as const;
  return {
    isGood,
    sentence,
    rows: rows.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])),
  };
}
