import jinja2
from flask import Blueprint

from prompts.store import from_request

blueprint = Blueprint("prompts", __name__)


@blueprint.post("/preview")
def preview() -> dict:
    template = from_request()
    compiled = jinja2.Template(template.body)  # sink
    return {"name": template.name, "text": compiled.render(today="Monday")}
