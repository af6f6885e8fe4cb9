import { test as base, expect, type Page } from "@playwright/test";

const SPOKEN = /hydrat|panicked|unreachable|content.security.policy|refused to/i;

/** Every test watches its pages: what the console complains of, and what is asked of another host, fails it. */
export const test = base.extend<{ watched: void; tolerated: RegExp[] }>({
  /** What a test expects the console to say. */
  tolerated: [[], { option: true }],
  watched: [
    async ({ context, baseURL, tolerated }, use) => {
      const faults: string[] = [];
      const host = new URL(baseURL ?? "http://127.0.0.1").host;
      const watch = (page: Page) => {
        page.on("console", (line) => {
          if (tolerated.some((words) => words.test(line.text()))) return;
          if (line.type() === "error" || line.type() === "warning" || SPOKEN.test(line.text())) {
            faults.push(`${page.url()}: ${line.type()}: ${line.text()}`);
          }
        });
        page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
      };
      context.pages().forEach(watch);
      context.on("page", watch);
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.host !== host) faults.push(`another host: ${url.host}`);
      });
      await use();
      expect(faults, "the console is silent, and no other host is asked").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
