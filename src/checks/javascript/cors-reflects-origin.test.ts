import { checkCases } from "../../testing/check-cases.ts";
import { corsReflectsOrigin } from "./cors-reflects-origin.ts";

checkCases(corsReflectsOrigin, {
  found: [
    "import cors from 'cors';\napp.use(cors({ origin: true, credentials: true }))",
    "import { cors } from 'hono/cors';\napp.use(cors({ origin: (o) => o, credentials: true }))",
    "const cors = require('cors');\nconst options = { origin: (o, cb) => cb(null, true), credentials: true };\napp.use(cors(options))",
    "import cors from '@fastify/cors';\napp.register(cors, { origin: true, credentials: true })",
    "app.use((req, res, next) => { res.setHeader('Access-Control-Allow-Origin', req.headers.origin); res.setHeader('Access-Control-Allow-Credentials', 'true'); next(); })",
    "app.enableCors({ origin: true, credentials: true })",
    "import cors from 'cors';\napp.use(cors({ origin: function (origin, callback) { callback(null, true); }, credentials: true }))",
  ],
  clean: [
    "import cors from 'cors';\napp.use(cors())",
    "import cors from 'cors';\napp.use(cors({ origin: true }))",
    "import cors from 'cors';\napp.use(cors({ origin: ['https://a.io'], credentials: true }))",
    "import cors from 'cors';\napp.use(cors({ origin: (o, cb) => cb(null, list.includes(o)), credentials: true }))",
    "app.use((req, res) => { if (allowed.has(req.headers.origin)) { res.setHeader('Access-Control-Allow-Origin', req.headers.origin); res.setHeader('Access-Control-Allow-Credentials', 'true'); } })",
    "app.use((req, res) => { res.setHeader('Access-Control-Allow-Origin', '*'); })",
  ],
});
