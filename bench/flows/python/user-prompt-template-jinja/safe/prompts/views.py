from string import Template

from flask import Blueprint

from prompts.store import from_request

blueprint = Blueprint("prompts", __name__)


@blueprint.post("/preview")
def preview() -> dict:
    template = from_request()
    compiled = Template(template.body)
    return {"name": template.name, "text": compiled.safe_substitute(today="Monday")}
