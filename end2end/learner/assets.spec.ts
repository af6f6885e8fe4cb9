import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { expect, test } from "../fixtures";

/** What the islands may weigh, wasm and glue together, as a browser over TLS receives them. It moves downwards only. */
const BUDGET = 100_000;


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

test("the islands of a learner weigh no more than their budget", async ({ page, request, javaScriptEnabled }, info) => {
  test.skip(javaScriptEnabled === false || info.project.name === "phone", "once is enough");
  const asked: string[] = [];
  page.on("request", (sent) => asked.push(sent.url()));
  await page.goto("/");
  await page.getByRole("button", { name: "S’entraîner seul" }).click();
  // The one that wakes them, what they are called by, and themselves.
  const parts = () => new Set(asked.filter((url) => /(app|islands)\.[0-9a-f]+\.(js|wasm)$/.test(url)));
  await expect.poll(() => parts().size).toBe(3);
  const sizes = { brotli: 0, gzip: 0, identity: 0 };
  for (const url of parts()) {
    // As the binary made them: the client undoes the compression, the same one is done again to weigh it.
    const bytes = await (await request.get(url, { headers: { "accept-encoding": "identity" } })).body();
    sizes.identity += bytes.length;
    sizes.brotli += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    sizes.gzip += gzipSync(bytes, { level: 9 }).length;
  }
  console.log(`the islands: ${sizes.identity} bytes, ${sizes.brotli} in brotli, ${sizes.gzip} in gzip`);
  expect(sizes.brotli).toBeLessThanOrEqual(BUDGET);
});
