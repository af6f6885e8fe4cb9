import AxeBuilder from "@axe-core/playwright";
import { type Page, expect } from "@playwright/test";

/** Nothing that axe can find, one title, the band, and nothing to scroll sideways for. */
export async function isAccessible(page: Page) {
  await axeFindsNothing(page);
  await fits(page);
}

/** `but` names rules that make no sense on this page. */
export async function axeFindsNothing(page: Page, but: string[] = []) {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .disableRules(but)
    .analyze();
  const told = found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" | ")}`);
  expect(told, page.url()).toEqual([]);
}

/** One h1, the band, and no sideways scrolling at the width of the moment. */
export async function fits(page: Page) {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("header").getByText("SITE D’ENTRAÎNEMENT")).toBeVisible();
  await doesNotScrollSideways(page);
}

export async function doesNotScrollSideways(page: Page) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0);
}
