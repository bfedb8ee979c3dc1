export default function timer({ minutes }) {
  setTimeout(() => console.log("time is up"), Number(minutes) * 60_000);
  return `set for ${Number(minutes)} minutes`;
}
