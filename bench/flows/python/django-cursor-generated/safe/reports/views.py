from django.http import JsonResponse

from reports.models import Sale

from reports.services import generate


def rows(order: str) -> list[tuple]:
    if order not in ("region", "amount", "day"):
        order = "region"
    return list(Sale.objects.order_by(order).values_list("region", "amount"))


def nightly_report(request) -> JsonResponse:
    return JsonResponse({"rows": rows(generate("Sales per region, best first"))})
