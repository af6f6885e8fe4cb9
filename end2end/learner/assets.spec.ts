import { expect, test } from "../fixtures";

test("the home page's files come from the binary, compressed, and are kept", async ({ page, request }) => {
  await page.goto("/");
  const stylesheet = await page.locator('link[rel="stylesheet"]').getAttribute("href");
  expect(stylesheet).toMatch(/^\/assets\/main\.[0-9a-f]{10}\.css$/);

  const answer = await request.get(stylesheet ?? "", { headers: { "accept-encoding": "gzip" } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "gzip",
    "content-type": "text/css; charset=utf-8",
    vary: "accept-encoding",
  });
});
