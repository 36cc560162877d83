/** The address of a page or file of this site; `path` is below the site's base, e.g. `about/`. */
export const toHref = (path: string): string => `${import.meta.env.BASE_URL}${path}`;

/** The path of a page below the site's base, e.g. `about/`; empty for the home page. */
export const pathOf = ({ pathname }: URL): string => pathname.slice(import.meta.env.BASE_URL.length);
