from django.db import connection

QUERY = "SELECT id, role, content FROM chat_message WHERE owner_id = %d AND content LIKE '%%%s%%'"


def messages_containing(owner_id, word):
    with connection.cursor() as cursor:
        cursor.execute(QUERY % (owner_id, word))  # sink
        return [dict(zip(("id", "role", "content"), row)) for row in cursor.fetchall()]
