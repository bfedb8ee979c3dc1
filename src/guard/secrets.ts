import type { Detection } from "../detect/detection.ts";
import { findSecrets } from "../detect/secrets/index.ts";

const scores = { high: 0.95, medium: 0.75, low: 0.5 } as const;
/** A common word, or an address of the own machine. */
const weak = 0.3;
/** Layers of encoding that the search takes off itself: of a text as it is, and of one that was decoded. */
const ownLayers = 2;

/** Secrets in one reading of a text. */
export function secretsIn(text: string, isView: boolean): readonly Detection[] {
  return findSecrets(text, { depth: isView ? 0 : ownLayers }).map(
    ({ kind, value: { start, end }, confidence, isWeak, decoded }) => ({
      kind: "secret",
      rule: kind.id,
      score: isWeak === true ? weak : scores[confidence],
      start,
      end,
      ...(decoded !== undefined && { disguise: decoded }),
    }),
  );
}

/** Words before a value that make it a secret: what follows on their line is not known yet. */
const secretName = /pass|secret|token|key|pwd|cred|auth|bearer|basic|sig=|machine |login/gi;
const nameReach = 96;
const pemHead = "-----BEGIN ";
const pemReach = 24_100;

/** Where a secret may begin that only later text makes whole. */
export function holdSecret(text: string, from: number): number {
  let hold = text.length;
  const nameFrom = Math.max(from, text.length - nameReach);
  const line = Math.max(nameFrom, text.lastIndexOf("\n") + 1);
  secretName.lastIndex = 0;
  const named = secretName.exec(text.slice(line));
  if (named !== null) hold = line + named.index;
  const pem = text.lastIndexOf(pemHead);
  if (pem >= from && text.length - pem < pemReach && text.indexOf("-----END ", pem) < 0)
    hold = Math.min(hold, pem);
  return hold;
}
