import pictures from "./social-pictures.json" with { type: "json" };

/** A picture for previews, below the site's base. */
export interface SocialPicture {
  path: string;
  /** What it says, for whoever cannot see it. */
  alt: string;
}

const all: Record<string, { file: string; title: string; description: string }> = pictures;

/** The picture of a page, or of the page above it that has one; paths are below the site's base. */
export function socialPictureOf(path: string): SocialPicture {
  const own = all[path];
  if (own) return { path: `og/${own.file}`, alt: `${own.title}: ${own.description}` };
  if (path === "")
    throw new Error("src/features/social-pictures/social-pictures.json has no picture of the home page.");
  return socialPictureOf(path.replace(/[^/]+\/?$/, ""));
}
