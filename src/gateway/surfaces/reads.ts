import type { Surface } from "../surface.ts";
import { modelRequest, noOutput } from "./request.ts";
import { readingOf, startStream, walkEvent } from "./stream.ts";
import { errorBody as anthropicError } from "./anthropic/shared.ts";
import { errorBody as openaiError } from "./openai/shared.ts";
import { plain } from "./rules.ts";
import { rootOf, startWalk, written } from "./walk.ts";

/** Requests that only ask what there is: they send no text, and what they answer is the provider's, not the model's. */
const paths: readonly { readonly provider: Surface["provider"]; readonly path: RegExp }[] = [
  { provider: "openai", path: /^(?:\/openai)?(?:\/v1)?\/models(?:\/[^:]{1,200})?$/u },
  {
    provider: "gemini",
    path: /^\/v1(?:beta|alpha)\w{0,4}\/(?:models|tunedModels)(?:\/[^/:]{1,200})?$/u,
  },
  { provider: "ollama", path: /^\/api\/(?:tags|version|ps)$/u },
];

function read(provider: Surface["provider"], path: RegExp): Surface {
  return {
    name: `${provider}-read`,
    provider,
    matches: (method, given) => (method === "GET" || method === "HEAD") && path.test(given),
    framing: "none",
    readRequest: (given) =>
      modelRequest(startWalk(), {
        surface: `${provider}-read`,
        model: "",
        isStream: false,
        body: given.body,
        limit: noOutput,
      }),
    readAnswer: (body) => ({ body, slots: [], references: [], usage: undefined }),
    openStream: () => {
      const memory = startStream();
      return {
        read: (event) => {
          const walk = walkEvent(memory);
          plain(rootOf(event.data), written, walk);
          return readingOf(memory, walk, {});
        },
        refuse: (refusal) => `${JSON.stringify(openaiError(refusal))}\n`,
      };
    },
    errorBody: provider === "anthropic" ? anthropicError : openaiError,
  };
}

/** One surface for each provider. */
export const reads: readonly Surface[] = paths.map(({ provider, path }) => read(provider, path));
