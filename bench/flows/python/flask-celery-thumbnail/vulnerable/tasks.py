import os
import uuid

from celery import Celery

queue = Celery("memes", broker="redis://localhost")


@queue.task
def render_meme(caption: str) -> str:
    target = f"/srv/memes/{uuid.uuid4().hex}.png"
    os.system(f'convert base.png -gravity south -annotate 0 "{caption}" {target}')  # sink
    return target
