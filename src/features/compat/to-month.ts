const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** A month such as `2015-08` in words: “August 2015”. */
export const toMonth = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));
