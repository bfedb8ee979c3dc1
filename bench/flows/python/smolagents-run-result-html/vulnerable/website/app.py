from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from website.agent import research


async def home(request) -> HTMLResponse:
    text = research("lighthouses")
    return HTMLResponse("<main>%s</main>" % text)  # sink


app = Starlette(routes=[Route("/", home)])
