import { longestScan, type Scan } from "./scan.ts";

/** Windows of a text: from token to token. Shared: valid until the next call. */
export interface Windows {
  count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const most = longestScan * 3 + 2;
const shared: Windows = { count: 0, from: new Int32Array(most), to: new Int32Array(most) };

/** A window of several segments has about so many tokens, and a text of so many is a window as a whole. */
const windowTokens = 64;
const wholeTokens = 192;

/** Each segment, each with the one after it, windows of about 64 tokens, and a short text as a whole. */
export function windowsOf(scan: Scan): Windows {
  const { segments, segment, tokens } = scan;
  const { from, to } = shared;
  let count = 0;
  let reach = 0;
  for (let index = 0; index < segments; index++) {
    const start = segment[index]!;
    from[count] = start;
    to[count++] = segment[index + 1]!;
    if (index + 1 >= segments) continue;
    from[count] = start;
    to[count++] = segment[index + 2]!;
    reach = Math.max(reach, index + 2);
    while (reach < segments && segment[reach + 1]! - start <= windowTokens) reach++;
    if (reach > index + 2) {
      from[count] = start;
      to[count++] = segment[reach]!;
    }
  }
  if (segments > 2 && tokens <= wholeTokens) {
    from[count] = 0;
    to[count++] = tokens;
  }
  shared.count = count;
  return shared;
}
