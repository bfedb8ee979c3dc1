// JSON APIs begin names small that CloudFormation begins large.
import { at, capitalized } from "../../live/json.ts";
import type { Take, Takes } from "../table.ts";

/** An attribute of an answer, capitalised all the way down. */
export function large(path: string): Take {
  return (answer) => capitalized(at(answer, path));
}

/** Attributes that are called the same but for their first letter. */
export function largeOf(names: string, within = ""): Takes {
  return Object.fromEntries(
    names
      .split(/\s+/)
      .map((name) => [
        name.slice(0, 1).toUpperCase() + name.slice(1),
        large(within === "" ? name : `${within}.${name}`),
      ]),
  );
}
