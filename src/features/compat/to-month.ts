const MONTH = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** A month in words: `2015-08` is “August 2015”. */
export const toMonth = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));
