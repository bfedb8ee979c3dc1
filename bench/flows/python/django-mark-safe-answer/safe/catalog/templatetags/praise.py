from django import template
from django.utils.html import format_html

from catalog.texts import advertise

register = template.Library()


@register.simple_tag
def praise(product) -> str:
    text = advertise(product.name)
    return format_html("<div class='praise'>{}</div>", text)
