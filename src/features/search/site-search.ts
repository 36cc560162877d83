import { toHref } from "../../components/to-href.ts";

/** The parts of Pagefind that are used (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: { baseUrl: string; noWorker: boolean; ranking: { termFrequency: number } }): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Found> }[] }>;
}

interface Found {
  url: string;
  /** HTML whose only elements are `mark`. */
  excerpt: string;
  meta: { title?: string };
}

/** The page of a close code or a range. */
interface CodePage {
  first: number;
  last: number;
  title: string;
  url: string;
}

const MOST = 20;
/** Characters that the index drops from words, as in `close()`. */
const NO_WORD = /[^\p{L}\p{N}.-]+/gu;
const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };

/** The search field and its results; the query is kept in the page's address. */
class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback() {
    const input = this.querySelector("input");
    if (!input) return;
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    input.form?.addEventListener("submit", (event) => event.preventDefault());
    input.addEventListener("input", () => this.#show(input));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      this.#show(input);
    });
    input.focus();
    if (input.value) this.#show(input);
  }

  async #show(input: HTMLInputElement) {
    const words = input.value.trim();
    history.replaceState(history.state, "", words ? `?${new URLSearchParams({ q: words })}` : location.pathname);
    try {
      const { results } = words ? await (await this.#load()).search(words.replaceAll(NO_WORD, " ")) : { results: [] };
      const code = this.#findCode(words);
      const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
      const found = code ? [code, ...pages.filter(({ url }) => url !== code.url)] : pages;
      // The query may have changed meanwhile.
      if (input.value.trim() !== words) return;
      this.querySelector("ol")?.replaceChildren(...found.map(toItem));
      this.#say(words && toCount(Math.max(results.length, found.length), words));
    } catch {
      this.#say("The search index could not be loaded. It is created by npm run build, not by the development server.");
    }
  }

  /** The narrowest page on a close code, if the query is just its number. */
  #findCode(words: string): Found | null {
    if (!/^\d{1,5}$/.test(words)) return null;
    const pages = JSON.parse(this.dataset.codes ?? "[]") as CodePage[];
    const fitting = pages.filter(({ first, last }) => first <= Number(words) && Number(words) <= last);
    const [page] = fitting.sort((a, b) => a.last - a.first - (b.last - b.first));
    return page ? { url: page.url, excerpt: "What this close code means, and who sends it.", meta: page } : null;
  }

  #say(text: string) {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = text;
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ toHref("pagefind/pagefind.js")).then(async (pagefind: Pagefind) => {
      // A worker would need a Trusted Types policy. With a low term frequency, a page on a subject beats a table full of it.
      await pagefind.options({ baseUrl: toHref(""), noWorker: true, ranking: { termFrequency: 0.1 } });
      return pagefind;
    });
    return this.#pagefind;
  }
}

function toCount(count: number, words: string): string {
  if (count === 0) return `No page contains “${words}”.`;
  if (count > MOST) return `${count} pages; showing the first ${MOST}.`;
  return count === 1 ? "1 page" : `${count} pages`;
}

function toItem({ url, excerpt, meta }: Found): HTMLElement {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title ?? url;
  const text = document.createElement("p");
  // Elements are created here, because Trusted Types forbid HTML in a string.
  const parts = excerpt.split(/<mark>(.*?)<\/mark>/);
  text.append(...parts.map((part, index) => (index % 2 === 1 ? toMark(toText(part)) : toText(part))));
  const item = document.createElement("li");
  item.append(link, text);
  return item;
}

function toMark(text: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

const toText = (html: string) => html.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

customElements.define("site-search", SiteSearch);
