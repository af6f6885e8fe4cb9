import { expect, test } from "../fixtures";
import { axeFindsNothing, fits } from "./access";
import { Learner } from "./actor";
import { doesWhatIsShown } from "./shown";

const PAGES = 50;

test("whoever is shown each step signs a right return, from the home page to the log-out", async ({ page }, { project }) => {
  // Once is enough: the pages that differ on a phone or without JavaScript are seen below.
  test.skip(project.name !== "desktop", "the whole journey is long");
  test.slow();
  const learner = new Learner(page);
  await learner.chooses("impots/declaration-revenus");
  await learner.presses("Tout refuser");
  await learner.discovers();
  const seen = new Set<string>();
  for (let step = 0; step < PAGES; step++) {
    const title = (await page.getByRole("heading", { level: 1 }).first().textContent()) ?? "";
    // A page shown again with a question that an answer opened was looked at already.
    if (!seen.has(title)) {
      await fits(page);
      await axeFindsNothing(page);
    }
    seen.add(title);
    if (!(await doesWhatIsShown(page, learner))) break;
  }
  expect([...seen].join("\n")).toContain("Résumé de votre déclaration");
  await expect(page.getByRole("heading", { name: "Bravo" })).toBeVisible();
});

test("a tax number that is not one is refused with what to do", async ({ page, javaScriptEnabled }) => {
  const learner = new Learner(page);
  await learner.chooses("impots/declaration-revenus");
  await learner.presses("Tout refuser");
  await learner.discovers();
  await doesWhatIsShown(page, learner);
  await doesWhatIsShown(page, learner);
  await learner.types("Numéro fiscal", "30 00");
  await page.getByRole("main").getByRole("button", { name: "Continuer" }).first().click();
  await expect(page.getByRole("alert").or(page.locator(".error_summary")).first()).toBeVisible();
  await fits(page);
  if (javaScriptEnabled !== false) await axeFindsNothing(page);
  await learner.opens("Papiers");
  await learner.presses(/^Déclaration de revenus, déjà/);
  await expect(page.locator(".papers__void").first()).toHaveText("SPÉCIMEN — ENTRAÎNEMENT");
  await fits(page);
  if (javaScriptEnabled !== false) await axeFindsNothing(page);
  await learner.returns();
  await expect(page.getByLabel("Numéro fiscal", { exact: true })).toHaveValue("30 00");
});
