import { expect, test as base } from "../fixtures";
import { Wire } from "../proxy";
import { Learner } from "./actor";

const LOST = "La connexion est coupée.";
const BACK = "La connexion est revenue.";
const MOVED = "Date du déménagement";

/** The browser reaches the server through a wire of its own. */
const test = base.extend<{ wire: Wire; baseURL: string }>({
  wire: async ({}, use) => {
    const wire = await Wire.to(Number(process.env.MIROIR_TEST_PORT ?? 3917));
    await use(wire);
    await wire.close();
  },
  baseURL: async ({ wire }, use) => use(wire.address),
});

test.use({ tolerated: [/ERR_|Failed to load resource|Failed to fetch/] });
test.skip(
  ({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || isMobile,
  "without JavaScript the browser has its own page for it; a phone's wire is the same",
);

/** On the page of the address, once the islands are awake. */
async function reachesTheAddress(learner: Learner) {
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.namesTheVehicle(known);
  await learner.page.waitForLoadState("networkidle");
  return known;
}

test("cut while typing: it is said within 3 s, a reload loses no date, and it is said when it is back", async ({ page, wire }) => {
  const learner = new Learner(page);
  const known = await reachesTheAddress(learner);
  const line = page.locator("#connexion");
  await wire.cut();
  await page.getByLabel(MOVED, { exact: true }).pressSequentially(known.moved, { delay: 30 });
  await learner.types("Commune", known.town);
  await learner.types("Code postal", "75011");
  await expect(line).toContainText(LOST, { timeout: 3000 });
  await page.getByLabel(MOVED, { exact: true }).press("End");
  await expect(page.getByLabel(MOVED, { exact: true })).toHaveValue(known.moved);
  await wire.mend();
  await expect(line).toContainText(BACK, { timeout: 5000 });
  await page.reload();
  await expect(page.getByLabel(MOVED, { exact: true })).toHaveValue(known.moved);
  await expect(page.getByLabel("Commune", { exact: true }), "the persona's own").toHaveValue(known.town);
  await expect(page.getByLabel("Code postal", { exact: true }), "anybody's").toHaveValue("");
});

test("a wifi out of reach is told within 3 s too, though nothing says that it is gone", async ({ page, wire }) => {
  const learner = new Learner(page);
  await learner.begins();
  await page.waitForLoadState("networkidle");
  wire.freeze();
  await learner.types("Adresse électronique", "a");
  await expect(page.locator("#connexion")).toContainText(LOST, { timeout: 3500 });
});

test("a press in vain is held: what was typed stays, nothing is sent by itself", async ({ page, wire }) => {
  const learner = new Learner(page);
  await reachesTheAddress(learner);
  await wire.cut();
  await learner.types(MOVED, "1er mai 2026");
  await learner.presses("Continuer");
  await expect(page.locator("#connexion")).toContainText("Rien n’est parti");
  await expect(page.locator(".journal")).toHaveText("Gardé sur cet ordinateur");
  await expect(page.getByLabel(MOVED, { exact: true })).toHaveValue("1er mai 2026");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.method()));
  await wire.mend();
  await expect(page.locator("#connexion")).toContainText("Appuyez de nouveau", { timeout: 5000 });
  expect(sent).not.toContain("POST");
  await learner.presses("Continuer");
  await expect(page.locator(".error_summary")).toBeVisible();
});

test("cut while a form is on its way, then a reload: the date is there again", async ({ page, wire }) => {
  const learner = new Learner(page);
  const known = await reachesTheAddress(learner);
  const form = page.url();
  await learner.types(MOVED, known.moved);
  wire.loseNextPost();
  await page.getByRole("button", { name: "Continuer", exact: true }).click({ noWaitAfter: true });
  await expect.poll(() => page.url()).toContain("chrome-error");
  await wire.mend();
  await page.goto(form);
  await expect(page.getByLabel(MOVED, { exact: true })).toHaveValue(known.moved);
});

test("an answer lost, and the form sent again: recorded once, and what was kept is dropped", async ({ page, wire }) => {
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.types("Adresse électronique", known.mail);
  await page.waitForLoadState("networkidle");
  wire.loseNextAnswer();
  await page.getByRole("button", { name: "Recevoir un code" }).click({ noWaitAfter: true });
  await expect.poll(() => page.url()).toContain("chrome-error");
  await wire.mend();
  // The browser's own page of errors: a reload sends the same form again.
  await page.reload();
  await learner.isOn("Taper le code reçu");
  await expect(page.locator(".journal")).toHaveText("Enregistré");
  const kept = await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("miroir:c:")));
  expect(kept).toEqual([]);
  await learner.opens("Messages");
  await expect(page.getByRole("button", { name: /Votre code de connexion/ })).toHaveCount(1);
});
