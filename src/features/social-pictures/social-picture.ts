import pictures from "./social-pictures.json" with { type: "json" };

/** A preview picture. */
export interface SocialPicture {
  /** Below the site's base. */
  path: string;
  /** The text alternative. */
  alt: string;
}

const all: Record<string, { file: string; title: string; description: string }> = pictures;

/** The picture of a page, or of its nearest ancestor that has one; `path` is below the site's base. */
export function socialPictureOf(path: string): SocialPicture {
  const own = all[path];
  if (own) return { path: `og/${own.file}`, alt: `${own.title}: ${own.description}` };
  if (path === "")
    throw new Error("src/features/social-pictures/social-pictures.json has no picture of the home page.");
  return socialPictureOf(path.replace(/[^/]+\/?$/, ""));
}
