/** True for a day that a month has; the year is left open. */
export function isDay(month: number, day: number): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)
  );
}

const pair = (digits: string, at: number): number => Number(digits.slice(at, at + 2));

/** `YYMMDD` at the offset. */
export function isYmd(digits: string, at = 0): boolean {
  return isDay(pair(digits, at + 2), pair(digits, at + 4));
}

/** `DDMMYY` at the offset. */
export function isDmy(digits: string, at = 0): boolean {
  return isDay(pair(digits, at + 2), pair(digits, at));
}

/** `YYMMDD` whose month counts the century or sex on top, in steps: Poland's 20, the Czechs' 50. */
export function isYmdWith(digits: string, steps: readonly number[]): boolean {
  const month = pair(digits, 2);
  return steps.some((step) => isDay(month - step, pair(digits, 4)));
}

/** `YYYYMMDD` at the offset, of somebody who may be alive. */
export function isLongYmd(digits: string, at: number): boolean {
  return /^(?:19|20)$/.test(digits.slice(at, at + 2)) && isYmd(digits, at + 2);
}
