from django.db import connection
from django.http import JsonResponse

from reports.services import generate


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)  # sink
        return cursor.fetchall()


def nightly_report(request) -> JsonResponse:
    return JsonResponse({"rows": rows(generate("Sales per region, best first"))})
