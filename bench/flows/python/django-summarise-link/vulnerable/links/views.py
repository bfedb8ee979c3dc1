import json

import requests
from django.http import HttpResponseBadRequest, JsonResponse
from django.views.decorators.http import require_POST
from openai import OpenAI

from .guard import check_link


def summary(text):
    r = OpenAI().chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Summarise the page in three sentences."},
            {"role": "user", "content": text[:8000]},
        ],
    )
    return r.choices[0].message.content


@require_POST
def summarise(request):
    body = json.loads(request.body)
    try:
        link = check_link(body["link"])
    except ValueError:
        return HttpResponseBadRequest("no")
    page = requests.get(link, timeout=10, allow_redirects=False)  # sink
    return JsonResponse({"summary": summary(page.text)})
