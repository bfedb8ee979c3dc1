export {
  answerGuard,
  guardEndpoint,
  guardFetch,
  type EndpointAnswer,
  type EndpointOptions,
} from "./handler.ts";
export { expressGuard, fastifyGuard, honoGuard, type MiddlewareOptions } from "./middleware.ts";
export { guardBody, type BodyResult } from "./parsed.ts";
