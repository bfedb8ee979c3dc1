from jinja2 import Environment
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from website.agent import research


async def home(request) -> HTMLResponse:
    template = Environment(autoescape=True).from_string("<main>{{ text }}</main>")
    return HTMLResponse(template.render(text=research("lighthouses")))


app = Starlette(routes=[Route("/", home)])
