import { checkCases } from "../../testing/check-cases.ts";
import { corsAnyOriginCredentials } from "./cors-any-origin-credentials.ts";

checkCases(corsAnyOriginCredentials, {
  found: [
    "ORIGINS = ['*']\napp.add_middleware(\n  CORSMiddleware,\n  allow_origins=ORIGINS,\n  allow_credentials=True,\n)",
    "from starlette.middleware import Middleware as M\nM(CORSMiddleware, allow_origin_regex='.*', allow_credentials=True)",
    "from flask_cors import CORS\nCORS(app, supports_credentials=True)",
    "from flask_cors import CORS\nCORS(app, origins='*', supports_credentials=True)",
  ],
  clean: [
    "app.add_middleware(CORSMiddleware, allow_origins=['*'])",
    "app.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials=True)",
    "app.add_middleware(CORSMiddleware, allow_origins=['*'], allow_credentials=False)",
    "from flask_cors import CORS\nCORS(app, origins=['https://a.io'], supports_credentials=True)",
  ],
});
