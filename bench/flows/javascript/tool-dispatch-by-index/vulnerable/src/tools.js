import { rm } from "node:fs/promises";

export function weather(city) {
  return `${city}: rain`;
}

export function resetEverything() {
  return rm("/srv/data", { recursive: true });
}
