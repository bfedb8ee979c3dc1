import { conceptNumber, step } from "./lexicon.ts";
import { longestScan, segmentFlag, tokenKind, type Scan } from "./scan.ts";

/** Weights of a model lie in as many buckets, two a bucket: for what a user says and for what is data. */
export const bucketCount = 1 << 18;
/** The first of them are for concepts, which all languages share; the others for words and characters. */
export const conceptBuckets = 1 << 16;

/** Features of the tokens of a scan: bucket numbers, of token `i` from `ends[i - 1]` to `ends[i]`. Shared. */
export interface Features {
  readonly buckets: Int32Array;
  readonly ends: Int32Array;
}

/** Most features that one token has. */
const mostPerToken = 24;

const shared: Features = {
  buckets: new Int32Array(longestScan * mostPerToken),
  ends: new Int32Array(longestScan),
};
/** So far apart may concepts be to be a pair, in tokens, and so many pairs has a concept. */
const pairReach = 14;
const mostPairs = 6;

const please = conceptNumber("PLEASE");
/** Words between that say little of who does what to what. */
const saltUnigram = 0x1234567;
const saltBigram = 0x2345671;
const saltStem = 0x3456712;
const saltFirst = 0x4567123;
const saltFirstTwo = 0x5671234;
const saltConcept = 0x6712345;
const saltPair = 0x7123456;
const saltFar = 0x1726354;
const saltLead = 0x1357924;
const saltQuestion = 0x2468135;
const saltField = 0x3579246;
const saltPlace = 0x4681357;
const saltTrigram = 0x1928374;
const saltKey = 0x3746528;
const saltConceptWord = 0x2837465;

function bucket(salt: number, first: number, second: number): number {
  let hash = Math.imul(first ^ salt, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ second, 0xc2b2ae35);
  return conceptBuckets + (((hash ^ (hash >>> 16)) >>> 0) % (bucketCount - conceptBuckets));
}

function conceptBucket(salt: number, first: number, second: number): number {
  let hash = Math.imul(first ^ salt, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ second, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (conceptBuckets - 1);
}

/** Features of all tokens of a scan. Linear; the result is overwritten by the next call. */
export function featuresOf(scan: Scan): Features {
  const { buckets, ends } = shared;
  const { hash, stem, kind, concept, segment, flags, segments } = scan;
  let at = 0;
  // The last few concepts, across segments.
  let held = 0;
  const heldConcept = recentConcepts;
  const heldToken = recentTokens;
  for (let index = 0; index < segments; index++) {
    const first = segment[index]!;
    const end = segment[index + 1]!;
    const flag = flags[index]!;
    // A field of JSON is known by its name, which is the segment before.
    const isValue = (flag & segmentFlag.field) !== 0 && index > 0;
    const key = isValue && first > 1 ? hash[first - 1]! ^ hash[first - 2]! : 0;
    let lead = -1;
    let before = 0;
    let beforeThat = 0;
    for (let token = first; token < end; token++) {
      const word = hash[token]!;
      const type = kind[token]!;
      // Codes and numbers in a row are told once, else a list of them would weigh more than any word.
      const isSame = token > first && word === before && type !== tokenKind.word;
      if (!isSame) buckets[at++] = bucket(saltUnigram, word, type);
      if (token > first && !isSame) buckets[at++] = bucket(saltBigram, before, word);
      if (stem[token] !== 0) buckets[at++] = bucket(saltStem, stem[token]!, 0);
      if (type === tokenKind.unspaced && token > first + 1)
        buckets[at++] = bucket(saltTrigram, step(beforeThat, before), word);
      if (token === first) {
        buckets[at++] = bucket(saltFirst, word, 0);
        const place = flag & (segmentFlag.first | segmentFlag.last);
        const length = Math.min(7, 31 - Math.clz32(end - first));
        buckets[at++] = conceptBucket(saltPlace, place, length);
        if ((flag & segmentFlag.field) !== 0) buckets[at++] = bucket(saltField, word, 1);
      } else if (token === first + 1) buckets[at++] = bucket(saltFirstTwo, before, word);
      const now = concept[token]!;
      if (now !== 0) {
        buckets[at++] = conceptBucket(saltConcept, now, 0);
        if (lead < 0 && token <= first + 2) {
          buckets[at++] = conceptBucket(saltLead, now, 0);
          if ((flag & segmentFlag.field) !== 0) buckets[at++] = conceptBucket(saltField, now, 2);
          if ((flag & segmentFlag.question) !== 0)
            buckets[at++] = conceptBucket(saltQuestion, now, 1);
          if (isValue) buckets[at++] = bucket(saltKey, key, now);
          if (now !== please) lead = now;
        } else if ((flag & segmentFlag.question) !== 0)
          buckets[at++] = conceptBucket(saltQuestion, now, 2);
        for (let back = held - 1; back >= 0 && back >= held - mostPairs; back--) {
          const slot = back & 15;
          const partner = heldToken[slot]!;
          if (token - partner > pairReach) break;
          const salt = partner >= first ? saltPair : saltFar;
          buckets[at++] = conceptBucket(salt, heldConcept[slot]!, now);
        }
        heldConcept[held & 15] = now;
        heldToken[held & 15] = token;
        held++;
      } else if (held > 0 && heldToken[(held - 1) & 15] === token - 1 && type === tokenKind.word)
        buckets[at++] = bucket(saltConceptWord, heldConcept[(held - 1) & 15]!, word);
      ends[token] = at;
      beforeThat = before;
      before = word;
    }
  }
  return shared;
}
const recentConcepts = new Int32Array(16);
const recentTokens = new Int32Array(16);
