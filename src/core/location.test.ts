import { expect, test } from "vitest";
import { formatLocation, type Location } from "./location.ts";

test.each<readonly [location: Location, text: string]>([
  [{ path: "a.py" }, "a.py"],
  [{ path: "a.py", line: 3 }, "a.py:3"],
  [{ path: "a.py", line: 3, column: 7, endLine: 4, endColumn: 1 }, "a.py:3:7"],
  [{ path: "a.py", column: 7 }, "a.py"],
  [{ path: "a.ipynb", cell: 2, line: 3, column: 7 }, "a.ipynb, cell 2:3:7"],
  [
    { path: "a.ipynb", cell: 2, output: 1, line: 3, column: 7, pointer: "/cells/1/outputs/0/text" },
    "a.ipynb, cell 2, output 1:3:7",
  ],
  [
    { path: "a.ipynb", cell: 2, pointer: "/cells/1/metadata" },
    "a.ipynb, cell 2 (/cells/1/metadata)",
  ],
  [{ path: "a.pt", member: "archive/data.pkl" }, "a.pt!archive/data.pkl"],
  [{ path: "outer.zip!inner.tar", line: 1 }, "outer.zip!inner.tar:1"],
  [{ path: "main.tf", line: 3, resource: "aws_s3_bucket.a" }, "main.tf:3 (aws_s3_bucket.a)"],
])("%j is written %s", (location, text) => {
  expect(formatLocation(location)).toBe(text);
});
