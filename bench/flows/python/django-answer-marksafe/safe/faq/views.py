from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.views import View

from .services import answer


def paragraphs(text):
    return mark_safe("<p>" + escape(text).replace("\n\n", "</p><p>") + "</p>")


class FaqView(View):
    template_name = "faq/answer.html"

    def get(self, request):
        question = request.GET.get("q", "")[:500]
        context = {"question": question, "answer": ""}
        if question:
            context["answer"] = paragraphs(answer(question))
        return render(request, self.template_name, context)


def plain(text):
    return escape(text)
