import uuid

from celery import Celery
from PIL import Image, ImageDraw

queue = Celery("memes", broker="redis://localhost")


@queue.task
def render_meme(caption: str) -> str:
    target = f"/srv/memes/{uuid.uuid4().hex}.png"
    with Image.open("base.png") as picture:
        ImageDraw.Draw(picture).text((20, picture.height - 60), caption[:80])
        picture.save(target)
    return target
