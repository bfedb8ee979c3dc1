import { Validator } from "@cfworker/json-schema";
import { messageOf } from "../../core/index.ts";

/** Parts that a schema may have once its references are followed; a chain of doublings has more than anybody can check. */
const maxParts = 20_000;
const maxDepth = 60;

/** Keywords that name patterns. JavaScript's regular expressions can be made to hang; only these cannot. */
const plainPattern =
  /^\^?(?:[^()[\]{}|*+?\\^$.]|\\[dwsDWS.\\/+*?()[\]{}|^$-]|\[(?:[^\]\\]|\\.)*\]|\.|\{\d{1,3}\}|\?)*\$?$/;
const anchoredRun = /^\^(?:\[(?:[^\]\\]|\\.)*\]|\\[dws]|\.)(?:[*+]|\{\d{1,4},\d{0,4}\})\$?$/;

function isSafePattern(pattern: string): boolean {
  return pattern.length <= 200 && (plainPattern.test(pattern) || anchoredRun.test(pattern));
}

interface Survey {
  readonly root: unknown;
  /** Parts below each reference, so that none is counted by walking twice. */
  readonly known: Map<string, number>;
  readonly open: Set<string>;
}

function pointed(root: unknown, reference: string): unknown {
  if (reference === "#") return root;
  if (!reference.startsWith("#/")) return undefined;
  let value = root;
  for (const word of reference.slice(2).split("/")) {
    const key = decodeURIComponent(word).replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Parts of a schema with its references followed; what refers to itself is followed as deep as the data goes. */
function partsOf(value: unknown, survey: Survey, depth: number): number {
  if (typeof value !== "object" || value === null) return 1;
  if (depth > maxDepth) return maxParts;
  let parts = 1;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref" && typeof inner === "string") {
      if (survey.open.has(inner)) continue;
      let below = survey.known.get(inner);
      if (below === undefined) {
        survey.open.add(inner);
        below = partsOf(pointed(survey.root, inner), survey, depth + 1);
        survey.open.delete(inner);
        survey.known.set(inner, below);
      }
      parts += below;
    } else parts += partsOf(inner, survey, depth + 1);
    if (parts >= maxParts) return maxParts;
  }
  return parts;
}

/** The schema without patterns that might hang. */
function withoutPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPatterns);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    if (key === "pattern" && typeof inner === "string" && !isSafePattern(inner)) return [];
    if (key === "patternProperties" && typeof inner === "object" && inner !== null) {
      const safe = Object.entries(inner).filter(([pattern]) => isSafePattern(pattern));
      return [[key, Object.fromEntries(safe.map(([name, each]) => [name, withoutPatterns(each)]))]];
    }
    return [[key, withoutPatterns(inner)]];
  });
  return Object.fromEntries(kept) as unknown;
}

const validators = new WeakMap<object, Validator | string>();

function validatorOf(schema: object): Validator | string {
  let made = validators.get(schema);
  if (made === undefined) {
    made = makeValidator(schema);
    validators.set(schema, made);
  }
  return made;
}

function makeValidator(schema: object): Validator | string {
  try {
    const parts = partsOf(schema, { root: schema, known: new Map(), open: new Set() }, 0);
    if (parts >= maxParts) return "it is too large or refers to itself too often";
    return new Validator(withoutPatterns(schema) as object, "2020-12");
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * What is wrong with arguments by a JSON Schema (2020-12); undefined where they fit or there is no schema. A
 * schema that cannot be used is a problem too. Patterns that could take more than linear time don't count.
 */
export function schemaProblem(args: unknown, schema: unknown): string | undefined {
  if (typeof schema !== "object" || schema === null) return undefined;
  const validator = validatorOf(schema);
  if (typeof validator === "string") return `its schema cannot be used: ${validator}`;
  try {
    const { valid, errors } = validator.validate(args);
    if (valid) return undefined;
    const last = errors.at(-1);
    return `its arguments do not fit their schema${last === undefined ? "" : ` at ${last.instanceLocation}: ${last.error}`}`;
  } catch (error) {
    return `its schema cannot be used: ${messageOf(error)}`;
  }
}
