from django.http import HttpRequest, JsonResponse

from support.client import Assistant
from support.tone import describe


def ask(request: HttpRequest) -> JsonResponse:
    assistant = Assistant()
    assistant.configure(describe(request.POST["tone"]))
    return JsonResponse({"answer": assistant.ask(request.POST["question"])})
