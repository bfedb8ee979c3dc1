import type { AuditRecord } from "../parts.ts";

/** Characters of one text: names of models are the client's to choose, and a line has to be read again. */
const mostChars = 2_000;
/** Detections of one record; more are counted. */
const mostDetections = 100;

function clipped(text: string): string {
  return text.length <= mostChars
    ? text
    : `${text.slice(0, mostChars)}… (${text.length} characters)`;
}

/**
 * A record of a size that is read again whatever a client sends: one with megabytes in it could be
 * written, but neither verified nor continued.
 */
export function boundedRecord(record: AuditRecord): object {
  const texts = Object.entries(record).map(([key, value]): readonly [string, unknown] => [
    key,
    typeof value === "string" ? clipped(value) : value,
  ]);
  const { detections = [], principal } = record;
  return {
    ...Object.fromEntries(texts),
    ...(principal !== undefined && {
      principal: {
        key: clipped(principal.key),
        tenant: clipped(principal.tenant),
        session: clipped(principal.session),
      },
    }),
    ...(detections.length > mostDetections && {
      detections: detections.slice(0, mostDetections),
      detectionCount: detections.length,
    }),
  };
}
