import { expect, test } from "../fixtures";
import { axeFindsNothing, doesNotScrollSideways, isAccessible } from "../learner/access";

/** Here alone, several examples of one landmark stand side by side, under the same name. */
const SEVERAL = ["landmark-unique"];

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "axe needs JavaScript");

test("every example of the gallery is accessible and fits", async ({ page, isMobile }) => {
  await page.goto("/galerie");
  const inputs = await page.locator("main input, main textarea").count();
  expect(inputs).toBeGreaterThan(5);
  // On a phone the markup is the same: what differs is whether it fits.
  if (!isMobile) await axeFindsNothing(page, SEVERAL);
  await doesNotScrollSideways(page);
});

for (const width of [320, 341, 768]) {
  test(`pages fit in ${width} px (341 px is 1366 at 400 %)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const address of ["/", "/efface"]) {
      await page.goto(address);
      await isAccessible(page);
    }
    await page.goto("/galerie");
    await doesNotScrollSideways(page);
  });
}

test("forced colours keep every control visible", async ({ page, isMobile }) => {
  test.skip(isMobile, "they are the same at every width");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/galerie");
  await axeFindsNothing(page, SEVERAL);
});
