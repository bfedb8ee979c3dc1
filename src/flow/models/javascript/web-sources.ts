import type { SourceModel } from "../../model.ts";

const request = [
  "body",
  "query",
  "params",
  "headers",
  "cookies",
  "files",
  "file",
  "url",
  "originalUrl",
  "path",
  "hostname",
  "rawBody",
] as const;
const fetchRequest = [
  "json",
  "text",
  "formData",
  "body",
  "url",
  "nextUrl",
  "headers",
  "cookies",
  "arrayBuffer",
  "blob",
  "query",
] as const;

/** What clients of a service send, and what people write. */
export const webSources: readonly SourceModel[] = [
  // Express, Fastify, Restify, Polka, NestJS, Next.js' pages/api: an object with parts.
  {
    kind: "user-input",
    read: [
      "*req.body",
      "*req.query",
      "*req.params",
      "*req.headers",
      "*req.cookies",
      "*req.files",
      "*req.file",
      "*req.originalUrl",
      "*req.rawBody",
      "*request.body",
      "*request.query",
      "*request.params",
      "*request.headers",
      "*request.cookies",
      "*request.rawBody",
      "*ctx.query",
      "*ctx.params",
      "*ctx.request.body",
      "*ctx.request.query",
      "*ctx.request.files",
      "*.nextUrl.searchParams",
      "*event.queryStringParameters",
      "*event.pathParameters",
      "*event.multiValueQueryStringParameters",
      "*event.body",
    ],
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: ["*.get", "*.post", "*.put", "*.patch", "*.delete", "*.all", "*.use", "*.route"],
        argument: "*",
      },
      only: [0],
      below: request,
    },
    when: { on: "app|router|server|api|route|express|fastify" },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["*.get", "*.post", "*.put", "*.route"], argument: "handler" },
      only: [0],
      below: request,
    },
    when: { on: "app|router|server|fastify" },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["http.createServer", "https.createServer"], argument: "*" },
      only: [0],
      below: ["url", "headers", "on"],
    },
    label: "what the client sent",
  },
  {
    // Hono, itty-router, Remix, SvelteKit, Elysia, Workers, route handlers of Next.js: a Request.
    kind: "user-input",
    call: [
      "*req.json",
      "*req.text",
      "*req.formData",
      "*req.parseBody",
      "*req.query",
      "*req.queries",
      "*req.param",
      "*req.header",
      "*req.valid",
      "*req.arrayBuffer",
      "*request.json",
      "*request.text",
      "*request.formData",
      "*request.arrayBuffer",
      "*.searchParams.get",
      "*.searchParams.getAll",
      "*searchParams.get",
      "*formData.get",
      "*formData.getAll",
      "h3.readBody",
      "h3.getQuery",
      "h3.getRouterParam",
      "readBody",
      "getQuery",
      "getRouterParam",
      "*.readMultipartFormData",
      "next/headers.cookies",
      "next/headers.headers",
      "next/navigation.useSearchParams",
      "next/navigation.useParams",
      "react-router-dom.useParams",
      "react-router-dom.useSearchParams",
      "react-router.useParams",
    ],
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      named: ["GET", "POST", "PUT", "PATCH", "DELETE"],
      only: [0],
      below: fetchRequest,
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: { named: ["loader", "action"], only: [0], below: ["request", "params"] },
    when: { imports: ["@remix-run/", "react-router"] },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["Deno.serve", "Bun.serve", "serve"], argument: "*" },
      only: [0],
      below: fetchRequest,
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["Bun.serve"], argument: "fetch" },
      only: [0],
      below: fetchRequest,
    },
    label: "what the client sent",
  },

  // Functions that a platform calls.
  {
    kind: "user-input",
    parameters: { named: ["handler", "lambdaHandler"], only: [0] },
    label: "the event that the function was called with",
  },
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: [
          "firebase-functions*.onRequest",
          "*.onRequest",
          "*.https.onRequest",
          "@google-cloud/functions-framework.http",
        ],
        argument: "*",
      },
      only: [0],
      below: request,
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: ["firebase-functions*.onCall", "*.https.onCall", "*.onCall", "*.onCallGenkit"],
        argument: "*",
      },
      only: [0],
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["@azure/functions*.http"], argument: "handler" },
      only: [0],
      below: fetchRequest,
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["*.query", "*.mutation", "*.subscription"], argument: 0 },
      only: [0],
      below: ["input", "rawInput"],
    },
    when: { imports: ["@trpc/"] },
    label: "the input of the procedure",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["*.query", "*.mutation"], argument: 0 },
      only: [0],
      below: ["input"],
    },
    when: { on: "procedure" },
    label: "the input of the procedure",
  },
  {
    kind: "user-input",
    parameters: { callback: { call: ["*.action", "*.defineFlow"], argument: "*" }, only: [0] },
    when: { imports: ["next-safe-action", "genkit", "zsa"] },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: ["@nestjs/common.Body", "@nestjs/common.Query", "@nestjs/common.Param"],
    },
    label: "what the client sent",
  },

  // Sockets.
  {
    kind: "user-input",
    parameters: { callback: { call: ["*.on", "*.addEventListener"], argument: 1 } },
    when: {
      on: "socket|ws|connection|wss|peer",
      unlike: [
        {
          argument: 0,
          pattern:
            "^(?:connection|connect|error|close|disconnect|open|upgrade|listening|end|drain|ping|pong)$",
        },
      ],
    },
    label: "what the client sent over the socket",
  },
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: ["addEventListener", "window.addEventListener", "self.addEventListener"],
        argument: 1,
      },
      only: [0],
      below: ["data"],
    },
    when: { matches: [{ argument: 0, pattern: "^message$" }] },
    label: "what another page sent",
  },
  {
    kind: "download",
    parameters: { callback: { call: ["*.on"], argument: 1 } },
    when: {
      matches: [{ argument: 0, pattern: "^data$" }],
      on: "^(?:res|response|stream|resp|client)$",
    },
    label: "what the server answered",
  },

  // Bots.
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: ["*.on", "*.hears", "*.command", "*.start", "*.action", "*.onText"],
        argument: "*",
      },
      only: [0],
      below: ["message", "update", "text", "payload", "match", "args", "msg", "callbackQuery"],
    },
    when: { imports: ["telegraf", "grammy", "node-telegram-bot-api"] },
    label: "what the user wrote in Telegram",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["*.on"], argument: 1 },
      only: [0],
      below: ["content", "attachments", "cleanContent", "options"],
    },
    when: { imports: ["discord.js"] },
    label: "what the user wrote in Discord",
  },
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: [
          "*.message",
          "*.event",
          "*.command",
          "*.action",
          "*.shortcut",
          "*.view",
          "*.assistant",
        ],
        argument: "*",
      },
      only: [0],
      below: ["message", "event", "body", "command", "payload", "context"],
    },
    when: { imports: ["@slack/bolt"] },
    label: "what the user wrote in Slack",
  },
  {
    kind: "user-input",
    read: ["*context.activity.text", "*turnContext.activity.text"],
    label: "what the user wrote in Teams",
  },

  // Pages.
  {
    kind: "user-input",
    read: [
      "*location.search",
      "*location.hash",
      "*location.href",
      "document.cookie",
      "document.referrer",
      "document.URL",
      "window.name",
      "*.target.value",
      "*.currentTarget.value",
    ],
    label: "what the page was opened with or told",
  },
  { kind: "user-input", call: ["prompt", "window.prompt"], label: "what the user typed" },
  {
    kind: "user-input",
    call: [
      "imapflow*.fetch",
      "imapflow*.fetchOne",
      "mailparser.simpleParser",
      "*.users.messages.get",
    ],
    label: "a mail that came in",
  },
];
