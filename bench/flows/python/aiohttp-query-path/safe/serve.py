import os
import re

from aiohttp import web

routes = web.RouteTableDef()
ADAPTERS = "/srv/adapters"


def read_adapter(name: str) -> bytes:
    with open(os.path.join(ADAPTERS, name), "rb") as file:
        return file.read()


@routes.get("/adapter")
async def adapter(request: web.Request) -> web.Response:
    name = request.query.get("name", "base")
    if re.fullmatch(r"[a-z][a-z0-9_]{0,30}", name) is None:
        raise web.HTTPBadRequest()
    return web.Response(body=read_adapter(name))


app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1")
