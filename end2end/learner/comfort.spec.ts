import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { doesNotScrollSideways, isAccessible } from "./access";
import { Learner } from "./actor";

test("settings are reached from the form, kept, and lose nothing typed", async ({ page, javaScriptEnabled }) => {
  const learner = new Learner(page);
  await learner.begins();
  await learner.types("Adresse électronique", "à moitié");
  await learner.presses("Régler l’affichage");
  await learner.isOn("Régler l’affichage");
  await learner.ticks("Très grande");
  await learner.ticks("Clair sur fond sombre");
  await learner.presses("Appliquer");
  await expect(page.locator("html")).toHaveAttribute("data-texte", "tres-grand");
  if (javaScriptEnabled !== false) await isAccessible(page);
  await learner.returns();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("à moitié");
  const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  expect(size).toBeGreaterThan(26);
});

/** The widest text and space, in each of the two other sets of colours. */
const STRONG = "21110";
const DARK = "21210";

test("every combination keeps 7:1 and 320 px", async ({ page, context, baseURL, javaScriptEnabled, isMobile }) => {
  test.skip(javaScriptEnabled === false || isMobile, "axe needs JavaScript; once is enough");
  test.slow();
  const learner = new Learner(page);
  await learner.begins();
  const form = page.url();
  const exercise = form.split("/page/")[0] ?? "";
  await page.setViewportSize({ width: 320, height: 700 });
  for (const [digits, addresses] of [
    [STRONG, ["/", form, `${exercise}/papiers`]],
    // The gallery holds every component.
    [DARK, ["/", form, `${exercise}/confort`, "/galerie"]],
  ] as const) {
    await context.addCookies([{ name: "miroir-confort", value: digits, url: baseURL ?? "" }]);
    for (const address of addresses) {
      await page.goto(address);
      await doesNotScrollSideways(page);
      await contrasts(page);
    }
  }
});

async function contrasts(page: Page) {
  const found = await new AxeBuilder({ page }).withRules(["color-contrast-enhanced"]).analyze();
  const told = found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${node.html.slice(0, 90)}: ${node.any[0]?.message ?? ""}`),
  );
  expect(told, `${page.url()} in ${await page.locator("html").getAttribute("data-contraste")}`).toEqual([]);
}
