import type { Headers } from "../upstreams/headers.ts";
import type { Refusal } from "../surface.ts";

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * A gateway without keys serves the programs of its own machine. A web page in the browser there is none
 * of them: it reaches loopback by a name that its own DNS gives (rebinding), or from another origin.
 */
export function refuseStrangers(headers: Headers): Refusal | undefined {
  const { host = "", origin } = headers;
  if (!loopbackHost.test(host)) {
    const message = "Without keys the gateway answers under localhost alone.";
    return { status: 403, code: "host_refused", message };
  }
  if (origin !== undefined && !loopbackHost.test(origin.replace(/^https?:\/\//, ""))) {
    const message = "Without keys the gateway answers no pages of other origins.";
    return { status: 403, code: "origin_refused", message };
  }
  return undefined;
}
