export default (project: { provide(name: string, value: string): void }) => {
  project.provide("chromium", "/usr/bin/chromium");
  project.provide("site", "http://localhost:4777");
};
