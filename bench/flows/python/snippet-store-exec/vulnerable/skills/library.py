import chromadb


class SkillLibrary:
    def __init__(self):
        self.col = chromadb.PersistentClient("skills.chroma").get_or_create_collection("skills")

    def find(self, task):
        res = self.col.query(query_texts=[task], n_results=3)
        for doc, distance in zip(res["documents"][0], res["distances"][0]):
            if distance < 0.5:
                return doc
        return None
