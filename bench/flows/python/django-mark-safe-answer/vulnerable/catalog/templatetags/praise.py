from django import template
from django.utils.safestring import mark_safe

from catalog.texts import advertise

register = template.Library()


@register.simple_tag
def praise(product) -> str:
    text = advertise(product.name)
    return mark_safe("<div class='praise'>" + text + "</div>")  # sink
