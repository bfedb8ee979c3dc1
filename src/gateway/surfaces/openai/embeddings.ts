import type { ModelRequest, RequestGiven, Surface } from "../../surface.ts";
import { asked, rootOf } from "../walk.ts";
import { bodyObject, isProblem, modelRequest, noOutput, walkRequest } from "../request.ts";
import { fields, opaque, plain } from "../rules.ts";
import { contentPart, errorBody, modelOf, pathPattern, settings } from "./shared.ts";
import { textOrTokens } from "./completions.ts";
import { openChatStream, readChatAnswer } from "./chat.ts";

const path = pathPattern("/embeddings");

const answer = fields({
  object: plain,
  model: plain,
  id: plain,
  usage: plain,
  data: fields({ object: plain, embedding: opaque }),
});

const request = fields({
  ...settings,
  input: textOrTokens,
  messages: fields({ role: plain, content: contentPart }),
  encoding_format: plain,
  input_type: plain,
});

/** OpenAI's embeddings: text goes in, vectors come out. */
export const openaiEmbeddings: Surface = {
  name: "openai-embeddings",
  provider: "openai",
  matches: (method, given) => method === "POST" && path.test(given),
  framing: "none",
  readRequest,
  readAnswer: (body, asked) => readChatAnswer(body, { table: answer, request: asked }),
  openStream: (request) => openChatStream({ table: answer, object: "list", request }),
  errorBody,
};

function readRequest(given: RequestGiven): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const walk = walkRequest();
  request(rootOf(body), asked, walk);
  return modelRequest(walk, {
    surface: "openai-embeddings",
    model: modelOf(body, given.path),
    isStream: false,
    body,
    limit: noOutput,
  });
}
