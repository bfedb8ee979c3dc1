// What all calls of SageMaker have in common: lists of summaries, and one call for each that tells all.
import { wordIn, type JsonObject } from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { defineTable, same, type Seen, type Step, type Table, type Takes } from "../table.ts";

export const call = callsOf("sagemaker");
/** How SageMaker turns pages. */
export const page = ["NextToken", "NextToken"] as const;

interface Kind {
  /** Behind `AWS::SageMaker::`. */
  readonly type: string;
  readonly list: string;
  readonly items: string;
  /** What is asked besides, such as the order. */
  readonly asked?: JsonObject;
  readonly isRecent?: boolean;
  /** Attributes of the list that name a thing, and are asked for more of it. */
  readonly id: string;
  /** The ARN in the list: its attribute, or how it is made. */
  readonly arn: string | ((seen: Seen) => string);
  /** What the list says of it. */
  readonly head: string | Takes;
  readonly describe?: string;
  readonly takes?: Takes;
  readonly steps?: readonly Step[];
  readonly wants?: (seen: Seen) => boolean;
  readonly children?: readonly Table[];
}

/** A type of SageMaker that is listed and then described one by one. */
export function sagemakerTable(kind: Kind): Table {
  const {
    type,
    list,
    items,
    asked,
    isRecent,
    arn,
    head,
    describe,
    takes,
    steps = [],
    wants,
    children,
  } = kind;
  const names = kind.id.split(" ");
  const first: readonly Step[] =
    describe === undefined
      ? []
      : [
          {
            call: call(describe),
            with: ({ item }) => Object.fromEntries(names.map((name) => [name, item[name]])),
            takes: takes ?? {},
          },
        ];
  return defineTable({
    type: `AWS::SageMaker::${type}`,
    list: { call: call(list), with: { MaxResults: 100, ...asked }, items, page, isRecent },
    address: typeof arn === "function" ? arn : ({ item }) => wordIn(item[arn]),
    takes: typeof head === "string" ? same(head) : head,
    steps: [...first, ...steps],
    wants,
    children,
  });
}

/** Jobs, newest first. */
export const newest = { SortBy: "CreationTime", SortOrder: "Descending" } as const;
