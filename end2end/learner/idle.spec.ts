import { expect, test } from "../fixtures";
import { axeFindsNothing } from "./access";
import { Learner } from "./actor";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "without JavaScript a page does not know the time");

test("after five minutes of nothing the page hides itself, and nothing typed is lost", async ({ page }) => {
  await page.clock.install();
  const learner = new Learner(page);
  await learner.begins();
  const name = (await page.locator(".persona__name").textContent()) ?? "";
  const field = page.getByLabel("Adresse électronique", { exact: true });
  await field.fill("à moitié");
  await field.focus();
  const dialog = page.getByRole("dialog", { name: "C’est toujours vous ?" });
  await expect(async () => {
    await page.clock.fastForward("05:01");
    await expect(dialog).toBeVisible({ timeout: 500 });
  }, "once the island is awake").toPass();
  await expect(page.getByText(name)).toBeHidden();
  await expect(page.locator("main")).toBeHidden();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Tab");
    const behind = await page.evaluate(() => Boolean(document.activeElement?.closest(".frame")));
    expect(behind, "the page behind is out of reach").toBe(false);
  }
  await axeFindsNothing(page);
  await page.getByRole("button", { name: "Oui, continuer" }).click();
  await expect(dialog).toBeHidden();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("à moitié");

  await page.clock.fastForward("05:01");
  await dialog.getByRole("link", { name: "Non : effacer" }).click();
  await learner.isOn("Tout effacer ?");
});

test("whoever works is not asked", async ({ page }) => {
  await page.clock.install();
  const learner = new Learner(page);
  await learner.begins();
  await page.waitForLoadState("networkidle");
  const field = page.getByLabel("Adresse électronique", { exact: true });
  for (let minutes = 0; minutes < 6; minutes += 2) {
    await field.press("a");
    await page.clock.fastForward("02:00");
  }
  await expect(page.getByRole("dialog")).toBeHidden();
});
