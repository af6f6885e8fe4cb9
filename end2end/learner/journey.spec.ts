import { expect, test } from "../fixtures";
import { fits, isAccessible } from "./access";
import { Learner } from "./actor";

test("the whole procedure, from the first page to the erasure", async ({ page, javaScriptEnabled }) => {
  const check = async () => (javaScriptEnabled === false ? fits(page) : isAccessible(page));
  const learner = new Learner(page);
  await page.goto("/");
  await check();
  await learner.begins();
  await check();
  const known = await learner.learns();
  await learner.logsIn(known);
  await check();
  await learner.opens("Papiers");
  await check();
  await learner.opens("Messages");
  await check();
  await learner.opens("Fiche");
  await check();
  await learner.returns();
  await learner.namesTheVehicle(known);
  await check();
  await learner.givesTheAddress(known);
  await check();
  await learner.signs();
  await expect(page.getByText("Bravo, votre demande est juste.")).toBeVisible();
  await check();
  await learner.opens("Messages");
  await learner.presses(/est enregistrée/);
  await expect(page.locator(".mail__body")).toBeVisible();
  await check();
  await learner.returns();
  await learner.erases();
  await check();
});

test("a wrong address goes through, as on the real site, and is named by Miroir", async ({ page }) => {
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.namesTheVehicle(known);
  await learner.givesTheAddress(known, "chez ma cousine");
  await expect(page.getByText("Miroir ne garde pas ce texte.")).toBeVisible();
  await learner.signs();
  await expect(page.getByText("Votre demande est partie, mais tout n’est pas juste.")).toBeVisible();
});

test("an error is said at the top, beside the question and in the title, and nothing typed is lost", async ({ page, javaScriptEnabled }) => {
  const learner = new Learner(page);
  await learner.begins();
  await learner.types("Adresse électronique", "camille.essai");
  await learner.presses("Recevoir un code");
  await expect(page).toHaveTitle(/^Erreur/);
  const summary = page.locator(".error_summary");
  await expect(summary).toContainText("Il manque l’arobase");
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("camille.essai");
  if (javaScriptEnabled !== false) {
    await expect(summary).toBeFocused();
    await isAccessible(page);
  }
  await summary.getByRole("link").click();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toBeFocused();
});

test("looking at a paper or asking for help keeps what was typed", async ({ page }) => {
  const learner = new Learner(page);
  await learner.begins();
  await learner.types("Adresse électronique", "moitié écrite");
  await learner.opens("Papiers");
  await learner.returns();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("moitié écrite");
  await learner.presses("Donnez-moi un indice");
  const said = page.locator("#coach").getByText("L’adresse doit être écrite exactement comme sur la fiche.");
  await expect(said).toBeVisible();
  await expect(said, "on a phone without JavaScript too").toBeInViewport();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("moitié écrite");
});

test("the browser’s own Back button shows the former page filled, and it can be sent again", async ({ page }) => {
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.namesTheVehicle(known);
  await page.goBack();
  await learner.isOn("Votre véhicule");
  await expect(page.getByLabel("Numéro d’immatriculation", { exact: true })).toHaveValue(known.plate);
  await learner.presses("Continuer");
  await learner.isOn("Votre nouvelle adresse");
});

test("an old tab leads to the current page, and says so", async ({ page, context }) => {
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  const old = await context.newPage();
  await old.goto(page.url());
  await learner.logsIn(known);
  await old.getByLabel("Adresse électronique", { exact: true }).fill(known.mail);
  await old.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(old.getByText("Vous aviez déjà continué dans une autre fenêtre.")).toBeVisible();
  await expect(old.getByRole("heading", { level: 1, name: "Votre véhicule" })).toBeVisible();
});
