from django.contrib.auth.decorators import login_required
from django.http import JsonResponse

from chat import store


@login_required
def search_history(request):
    word = request.GET.get("q", "").strip()
    if len(word) < 3:
        return JsonResponse({"error": "too short"}, status=400)
    messages = store.messages_containing(request.user.pk, word)
    return JsonResponse({"messages": messages})
