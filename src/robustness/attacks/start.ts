// Random places in a ball, for starts and restarts.
import type { Random } from "../random.ts";
import { project, type Ball } from "./project.ts";

/** Moves x, which is at the origin, to a place that is uniform in the ball, then into the range. In place. */
export function startWithin(x: Float32Array, ball: Ball, random: Random): void {
  const origin = x.slice();
  const move = new Float64Array(x.length);
  let scale = ball.eps;
  if (ball.norm === "linf") {
    for (let k = 0; k < move.length; k++) move[k] = 2 * random.uniform() - 1;
  } else if (ball.norm === "l2") {
    let sum = 0;
    for (let k = 0; k < move.length; k++) sum += (move[k] = random.gaussian()) ** 2;
    scale *= random.uniform() ** (1 / move.length) / Math.sqrt(sum || 1);
  } else {
    // Spacings of exponentials are uniform on a simplex; one more than there are elements fills the ball.
    let sum = -Math.log(1 - random.uniform());
    for (let k = 0; k < move.length; k++) {
      const part = -Math.log(1 - random.uniform());
      sum += part;
      move[k] = random.uniform() < 0.5 ? -part : part;
    }
    scale /= sum || 1;
  }
  for (let k = 0; k < x.length; k++) x[k] = origin[k]! + scale * move[k]!;
  project(x, origin, ball);
}
