import { type Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { Learner } from "./actor";

test.use({ tolerated: [/status of 404|ERR_/] });

test("after erasing, nothing shows the former learner, however often one goes back", async ({ page, context }) => {
  const learner = new Learner(page);
  await learner.begins();
  const exercise = page.url();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.namesTheVehicle(known);
  await learner.erases();
  expect(await context.cookies()).toEqual([]);
  const traces = [known.mail, known.plate, known.formula, known.street];
  for (let step = 0; step < 10; step += 1) {
    await page.goBack().catch(() => null);
    const shown = await page.content();
    for (const trace of traces) expect(shown).not.toContain(trace);
  }
  const answer = await page.goto(exercise);
  expect(answer?.status()).toBe(404);
  await learner.isOn("Cet exercice n’est plus ouvert ici");
});

/** Everything that a page could have left in the browser. */
async function left(page: Page) {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map((database) => database.name),
    caches: window.isSecureContext ? await caches.keys() : [],
  }));
}

test("nothing of the learner is left in any tab, however it is reached", async ({ page, context, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without JavaScript nothing is kept in a tab");
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.namesTheVehicle(known);
  const form = page.url();
  await learner.types("Date du déménagement", known.moved);
  await learner.types("Commune", known.town);
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  await expect.poll(kept, "the journal is awake").toContain(known.town);

  // A duplicated tab is given a copy of what the first one keeps.
  const copied = await kept();
  const duplicate = await context.newPage();
  await duplicate.goto(form);
  await duplicate.evaluate((kept) => Object.entries(JSON.parse(kept)).forEach(([key, text]) => sessionStorage.setItem(key, String(text))), copied);
  await duplicate.reload();
  await expect(duplicate.getByLabel("Commune", { exact: true })).toHaveValue(known.town);

  await page.bringToFront();
  await learner.erases();
  const nothing = { local: [], session: [], databases: [], caches: [] };
  expect(await left(page)).toEqual(nothing);
  expect(await context.cookies()).toEqual([]);
  // It asks for its page by itself, which is no more.
  await expect(duplicate.getByRole("heading", { level: 1 })).toHaveText("Cet exercice n’est plus ouvert ici");
  expect(await left(duplicate)).toEqual(nothing);

  const traces = [known.mail, known.plate, known.formula, known.street, known.town];
  const shows = async (tab: Page) => {
    const shown = await tab.content();
    for (const trace of traces) expect(shown, tab.url()).not.toContain(trace);
  };
  await duplicate.goBack().catch(() => null);
  await shows(duplicate);
  for (let step = 0; step < 10; step += 1) {
    await page.goBack().catch(() => null);
    await shows(page);
  }
  for (let step = 0; step < 3; step += 1) {
    await page.goForward().catch(() => null);
    await shows(page);
  }
  const reopened = await context.newPage();
  await reopened.goto(form);
  await shows(reopened);
  for (const tab of [page, duplicate, reopened]) {
    await tab.goto("/");
    expect(await left(tab)).toEqual(nothing);
  }
});

test("the button that erases empties the tab even when the server is gone", async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without JavaScript nothing is kept in a tab");
  const learner = new Learner(page);
  await learner.begins();
  await page.evaluate(() => sessionStorage.setItem("miroir:c:essai", "resté là"));
  await page.getByText("J’ai terminé").first().click();
  await learner.isOn("Tout effacer ?");
  await page.route(/effacer/, (route) => route.abort());
  await page.getByRole("button", { name: "Oui, tout effacer" }).click({ noWaitAfter: true });
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("miroir:c:essai")).catch(() => "")).toBeFalsy();
});

test("the first page says that an exercise is under way on this machine", async ({ page }) => {
  const learner = new Learner(page);
  await learner.begins();
  await page.goto("/");
  await expect(page.getByText("Un exercice est en cours sur cet appareil")).toBeVisible();
  await page.getByRole("link", { name: "Reprendre l’exercice" }).click();
  await learner.isOn("Se connecter");
});
