from openai import AsyncOpenAI


class Brain:
    def __init__(self):
        self.client = AsyncOpenAI()
        self.roles = {}

    def set_role(self, channel, role):
        self.roles[channel] = role

    async def reply(self, channel, text):
        role = self.roles.get(channel, "You are a helpful bot.")
        r = await self.client.chat.completions.create(
            model="gpt-4o-mini",
            messages=[
                {"role": "system", "content": role},  # sink
                {"role": "user", "content": text},
            ],
        )
        return r.choices[0].message.content
