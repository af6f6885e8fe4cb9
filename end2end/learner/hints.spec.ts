import { expect, test } from "../fixtures";
import { axeFindsNothing } from "./access";
import { Learner } from "./actor";

test.skip(
  ({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || isMobile,
  "without JavaScript a hint is a page: journey.spec.ts; a phone does the same",
);

const HINT = /Donnez-moi un indice|Un autre indice/;

/** Marks the page, so that a reload is seen; waits for the islands. */
async function marks(learner: Learner) {
  await learner.begins();
  await learner.page.waitForLoadState("networkidle");
  await learner.page.evaluate(() => document.body.setAttribute("data-same", ""));
}

test("a hint comes without leaving the page: focus, typed text and place stay, it is said once", async ({ page }) => {
  const learner = new Learner(page);
  await marks(learner);
  await learner.types("Adresse électronique", "à moitié");
  await page.getByLabel("Adresse électronique", { exact: true }).press("Tab");
  const button = page.getByRole("button", { name: HINT });
  const place = await page.locator("main").boundingBox();
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#coach").getByText(/^Indice 1 sur/)).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-same", "");
  await expect(page.getByRole("button", { name: "Un autre indice" })).toBeFocused();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("à moitié");
  expect(await page.locator("main").boundingBox()).toEqual(place);
  const said = (await page.locator("#coach-dit").textContent()) ?? "";
  expect(said).toContain("Indice 1 sur");
  expect(said).not.toContain("Façon de s’entraîner");
  await page.keyboard.press("Enter");
  await expect(page.locator("#coach").getByText(/^Indice 2 sur/)).toBeVisible();
  await axeFindsNothing(page);
  // The page is still the one that the server waits for.
  const known = await learner.learns();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("à moitié");
  await learner.logsIn(known);
});

test("another way of rehearsing changes the coach alone", async ({ page }) => {
  const learner = new Learner(page);
  await marks(learner);
  await page.getByText("Façon de s’entraîner").click();
  await page.getByRole("button", { name: "Seul", exact: true }).click();
  await expect(page.getByRole("button", { name: "Demander de l’aide" })).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-same", "");
});

test("when the answer is not the one expected, the button does what it does without script", async ({ page }) => {
  const learner = new Learner(page);
  await marks(learner);
  await page.route(/\/page\//, async (route) => {
    const fetched = route.request().resourceType() === "fetch";
    await (fetched ? route.fulfill({ status: 200, contentType: "text/html", body: "<p>Portail</p>" }) : route.continue());
  });
  await page.getByRole("button", { name: HINT }).click();
  await expect(page.locator("#coach").getByText(/^Indice \d sur/)).toBeVisible();
  await expect(page.locator("body")).not.toHaveAttribute("data-same", "");
});

test("after 90 s without a key, a help is offered once and no hint is given", async ({ page }) => {
  await page.clock.install();
  const learner = new Learner(page);
  await marks(learner);
  const offer = page.locator("#coach").getByText("Rien ne presse.");
  await expect(offer).toBeHidden();
  await expect(async () => {
    await page.clock.fastForward("01:31");
    await expect(offer).toBeVisible({ timeout: 500 });
  }, "once the island is awake").toPass();
  await expect(page.locator("#coach-dit")).toHaveText("Rien ne presse. Besoin d’un indice ?");
  await expect(page.locator("#coach").getByText(/^Indice \d sur/)).toHaveCount(0);
});
