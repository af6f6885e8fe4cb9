import { expect, test } from "../fixtures";

test("a screen reader is told every state of a board as written down", async ({ page, javaScriptEnabled, isMobile }) => {
  test.skip(javaScriptEnabled === false || isMobile, "the markup is the same");
  // The gallery has each reason as a line and as a tile, and rooms that are empty, full and closed.
  await page.goto("/galerie");
  await expect(page.locator("#mediator")).toMatchAriaSnapshot({ name: "board.aria.yml" });
});
