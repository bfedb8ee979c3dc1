/** True for a day of the calendar, written like `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  // Date.parse takes the 31st of every month for a day.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days are compared as text, in UTC; what ends on a day holds through it. No day is in the past. */
export function isExpired(until: string | undefined, today: string): boolean {
  return until !== undefined && (!isDay(until) || until < today);
}
