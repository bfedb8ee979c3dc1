import { checkCases } from "../../testing/check-cases.ts";
import { celeryPickleMessages } from "./celery-pickle-messages.ts";

checkCases(celeryPickleMessages, {
  found: [
    "from celery import Celery\napp = Celery('x', accept_content=['json', 'pickle'])",
    "from celery import Celery\napp = Celery('x')\napp.conf.task_serializer = 'pickle'",
    "CELERY_ACCEPT_CONTENT = ('pickle',)",
    "from celery import shared_task\n@shared_task(\n    result_serializer='pickle',\n)\ndef f(): ...\ntask_serializer = 'pickle'",
  ],
  clean: [
    "from celery import Celery\napp = Celery('x', accept_content=['json'])\nimport pickle",
    "task_serializer = 'json'  # never pickle with celery",
    "serializer = 'pickle'  # celery",
  ],
});
