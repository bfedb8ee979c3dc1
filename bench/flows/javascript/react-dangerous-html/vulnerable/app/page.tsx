import { summarise } from "./summary";
import { loadArticle } from "./store";

export async function Page({ id }: { id: number }) {
  const article = await loadArticle(id);
  const summary = await summarise(article.body);
  return (
    <main>
      <h1>{article.title}</h1>
      <section dangerouslySetInnerHTML={{ __html: summary }} /> {/* sink */}
    </main>
  );
}
