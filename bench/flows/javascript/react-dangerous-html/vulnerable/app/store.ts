interface Article {
  readonly title: string;
  readonly body: string;
}

const articles: readonly Article[] = [{ title: "Tides", body: "The moon pulls." }];

export async function loadArticle(id: number): Promise<Article> {
  return articles[id] ?? { title: "None", body: "" };
}
