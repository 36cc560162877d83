// Writes everything in src that is made out of data: `npm run generate -w packages/playground`.
import "./generate-endings-table.ts";
import "./generate-engine-data.ts";
