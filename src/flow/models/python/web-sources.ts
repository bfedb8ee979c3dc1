import type { SourceModel } from "../../model.ts";

/** What a framework fills in by itself, told by its annotation or the call in its default. */
const filled = [
  "fastapi.Depends",
  "fastapi.Security",
  "*.Depends",
  "*.Security",
  "*.BackgroundTasks",
  "*.Response",
  "*.Session",
  "*.AsyncSession",
  "*.Settings",
  "*.HTTPConnection",
] as const;

/** Names of parameters that hold what the service itself provides. */
const except = [
  "self",
  "cls",
  "db",
  "session",
  "background_tasks",
  "response",
  "settings",
  "current_user",
] as const;

/** A name as it stands for itself, for what a parameter holds, and for an attribute: `self.request`. */
function named(name: string): readonly string[] {
  return [name, `~${name}`, `*.${name}`];
}

/** Attributes of a request, under the usual names of the object that holds it. */
const requestParts: readonly string[] = [
  // Flask, Quart, Sanic, Bottle, Werkzeug
  "request.args",
  "request.form",
  "request.json",
  "request.values",
  "request.files",
  "request.data",
  "request.cookies",
  "request.headers",
  "request.view_args",
  "request.query_string",
  "request.stream",
  "request.full_path",
  "request.path",
  "request.forms",
  "request.params",
  "request.query",
  "request.body",
  "request.text",
  "request.raw_url",
  // Starlette, FastAPI, aiohttp, Falcon
  "request.query_params",
  "request.path_params",
  "request.match_info",
  "request.rel_url",
  "request.media",
  // Django, Django REST framework
  "request.GET",
  "request.POST",
  "request.FILES",
  "request.COOKIES",
  "request.META",
  // Tornado
  "request.arguments",
  "request.body_arguments",
  "request.query_arguments",
  "req.params",
  "req.media",
  "req.query_string",
  "req.bounded_stream",
].flatMap(named);

/** What clients of a service send. */
export const webSources: readonly SourceModel[] = [
  {
    kind: "user-input",
    read: requestParts,
    when: {
      imports: [
        "flask",
        "quart",
        "sanic",
        "bottle",
        "werkzeug",
        "starlette",
        "fastapi",
        "aiohttp",
        "falcon",
        "django",
        "rest_framework",
        "ninja",
        "tornado",
        "pyramid",
        "litestar",
        "robyn",
        "chalice",
        "cherrypy",
        "functions_framework",
        "azure.functions",
        "webob",
        "ray",
        "bentoml",
      ],
    },
    label: "what the client sent",
  },
  {
    // Clients have a request with a URL too.
    kind: "user-input",
    read: named("request.url"),
    when: {
      imports: ["flask", "quart", "fastapi", "starlette", "sanic", "django", "bottle", "litestar"],
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    call: [
      "flask.request.get_json",
      "flask.request.get_data",
      "quart.request.get_json",
      "quart.request.get_data",
      "*request.get_json",
      "*request.get_data",
      "*req.get_json",
      "*req.get_body",
      "*req.get_param",
      "*req.get_media",
      "bottle.request*.get",
    ],
    label: "what the client sent",
  },
  {
    kind: "user-input",
    call: [
      "*request.json",
      "*request.form",
      "*request.body",
      "*request.text",
      "*request.post",
      "*request.read",
      "*request.multipart",
      "*request.stream",
    ],
    when: {
      imports: [
        "starlette",
        "fastapi",
        "aiohttp",
        "sanic",
        "litestar",
        "ray",
        "quart",
        "robyn",
        "bentoml",
        "modal",
      ],
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    call: [
      "*.get_argument",
      "*.get_arguments",
      "*.get_query_argument",
      "*.get_query_arguments",
      "*.get_body_argument",
      "*.get_body_arguments",
    ],
    when: { imports: ["tornado"] },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    call: [
      "*.receive_text",
      "*.receive_json",
      "*.receive_bytes",
      "*.iter_text",
      "*.iter_json",
      "*.receive_str",
      "*websocket.recv",
      "*ws.recv",
      "*websocket.receive",
      "*ws.receive",
    ],
    label: "what the client sent over the socket",
  },
  {
    // `async for message in websocket`
    kind: "user-input",
    parameters: { callback: { call: ["websockets*.serve"], argument: 0 }, only: [0] },
    label: "what the client sent over the socket",
  },
  {
    kind: "user-input",
    parameters: { method: { base: "*.WebSocketHandler", name: "on_message" } },
    label: "what the client sent over the socket",
  },

  // Parameters of routes: parts of the path, of the query, and the body.
  {
    kind: "user-input",
    parameters: {
      decorator: [
        "*.route",
        "*.api_route",
        "flask*.get",
        "flask*.post",
        "flask*.put",
        "flask*.patch",
        "flask*.delete",
        "fastapi*.get",
        "fastapi*.post",
        "fastapi*.put",
        "fastapi*.patch",
        "fastapi*.delete",
        "fastapi*.websocket",
        "ninja*.get",
        "ninja*.post",
        "ninja*.put",
        "ninja*.delete",
        "sanic*.get",
        "sanic*.post",
        "bottle.get",
        "bottle.post",
        "bottle*.get",
        "bottle*.post",
        "litestar.get",
        "litestar.post",
        "litestar.put",
        "litestar.delete",
        "robyn*.get",
        "robyn*.post",
      ],
      except: [...except, "request", "req", "websocket", "ws"],
      filled: [...filled, "*.Request", "*.WebSocket"],
    },
    label: "what the client sent to the route",
  },
  {
    // An application or a router that another file makes.
    kind: "user-input",
    parameters: {
      decorator: ["*.get", "*.post", "*.put", "*.patch", "*.delete", "*.websocket"],
      except: [...except, "request", "req", "websocket", "ws"],
      filled: [...filled, "*.Request", "*.WebSocket"],
    },
    when: { on: "app|router|api|blueprint|bp|server|routes|web" },
    label: "what the client sent to the route",
  },
  {
    kind: "user-input",
    parameters: { callback: { call: ["*.add_url_rule"], argument: "view_func" } },
    label: "what the client sent to the route",
  },
  {
    kind: "user-input",
    parameters: {
      callback: { call: ["*.add_api_route"], argument: [1, "endpoint"] },
      except: [...except, "request", "req"],
      filled: [...filled, "*.Request"],
    },
    label: "what the client sent to the route",
  },
  {
    kind: "user-input",
    parameters: {
      method: {
        base: [
          "flask.views.MethodView",
          "flask_restful.Resource",
          "flask_restx.Resource",
          "*.MethodView",
          "*.Resource",
          "*.MethodResource",
        ],
        name: ["get", "post", "put", "patch", "delete"],
      },
      except: ["self", "request"],
    },
    label: "what the client sent to the route",
  },
  {
    kind: "user-input",
    parameters: {
      method: {
        base: ["tornado.web.RequestHandler", "*.RequestHandler"],
        name: ["get", "post", "put", "patch", "delete"],
      },
    },
    when: { imports: ["tornado"] },
    label: "a part of the path that the client asked for",
  },
  {
    kind: "user-input",
    parameters: {
      method: {
        base: [
          "*.APIView",
          "*.ViewSet",
          "*.ModelViewSet",
          "*.GenericAPIView",
          "django*.View",
          "*.TemplateView",
        ],
        name: [
          "get",
          "post",
          "put",
          "patch",
          "delete",
          "create",
          "update",
          "retrieve",
          "destroy",
          "list",
        ],
      },
      except: ["self", "request", "format"],
    },
    label: "a part of the path that the client asked for",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: [
        "rest_framework.decorators.api_view",
        "*.require_http_methods",
        "*.require_POST",
        "*.csrf_exempt",
      ],
      except: ["request", "format"],
    },
    label: "a part of the path that the client asked for",
  },
  {
    kind: "user-input",
    call: ["http.server*.rfile.read", "*.rfile.read", "*.rfile.readline"],
    label: "what the client sent",
  },
  {
    kind: "user-input",
    read: ["*self.path", "*self.headers"],
    when: { imports: ["http.server", "BaseHTTPServer"] },
    label: "what the client asked for",
  },
  {
    kind: "user-input",
    call: ["cgi.FieldStorage", "cgi.parse", "*.getvalue", "*.getfirst"],
    when: { imports: ["cgi"] },
    label: "what the client sent",
  },

  // Functions that a platform calls.
  {
    kind: "user-input",
    parameters: { named: ["lambda_handler"], only: [0] },
    label: "the event that the function was called with",
  },
  {
    kind: "user-input",
    parameters: { named: ["handler", "main", "entrypoint"], only: ["event"] },
    label: "the event that the function was called with",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: [
        "functions_framework.http",
        "functions_framework.cloud_event",
        "*.function_name",
        "*.http_trigger",
        "*.queue_trigger",
        "*.fastapi_endpoint",
        "*.web_endpoint",
      ],
      except,
      filled,
      below: [
        "args",
        "form",
        "json",
        "data",
        "get_json",
        "get_data",
        "params",
        "get_body",
        "headers",
        "values",
        "files",
      ],
    },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: { decorator: ["bentoml.api", "*.api"], except: ["self", "ctx", "context"] },
    when: { imports: ["bentoml"] },
    label: "what the client sent",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: ["strawberry.field", "strawberry.mutation", "*.mutation", "ariadne*.field"],
      except: ["self", "info", "root", "obj"],
    },
    when: { imports: ["strawberry", "ariadne", "graphene"] },
    label: "an argument of the query",
  },
];
