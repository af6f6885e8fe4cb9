import { expect, test } from "../fixtures";
import { axeFindsNothing, fits } from "./access";
import { Learner } from "./actor";
import { doesWhatIsShown } from "./shown";

const PAGES = 40;

/** Once is enough on these many pages: what differs on a phone is looked at in the gallery and on the shorter journey. */
const axe = (project: { name: string }, script?: boolean) => script !== false && project.name === "desktop";

test("whoever is shown each step declares everything right, from the home page to the log-out", async ({ page, javaScriptEnabled }, { project }) => {
  test.slow();
  const learner = new Learner(page);
  await learner.chooses("caf/declaration-trimestrielle");
  await learner.presses("Tout refuser");
  await learner.discovers();
  for (let step = 0; step < PAGES; step++) {
    await fits(page);
    if (axe(project, javaScriptEnabled)) await axeFindsNothing(page);
    if (!(await doesWhatIsShown(page, learner))) break;
  }
  await learner.isOn("Vous êtes déconnecté(e)");
  await expect(page.getByRole("heading", { name: "Bravo, votre déclaration est juste." })).toBeVisible();
});

test("a page refused says what to do, and a hint shows the line of the letter", async ({ page, javaScriptEnabled }, { project }) => {
  const learner = new Learner(page);
  await learner.chooses("caf/declaration-trimestrielle");
  await learner.presses("Tout accepter");
  await page.getByRole("main").getByRole("button", { name: "Espace Mon Compte" }).click();
  await learner.types("Numéro de sécurité sociale", "2 85 07 96 123");
  await learner.presses("Se connecter");
  await expect(page.getByRole("alert").or(page.locator(".error_summary")).first()).toBeVisible();
  await fits(page);
  if (axe(project, javaScriptEnabled)) await axeFindsNothing(page);
  // A first hint came by itself; the second one shows where to look.
  await learner.presses("Un autre indice");
  await learner.presses("Montrez-moi sur le papier");
  await expect(page.getByRole("region", { name: "Papier à côté : Lettre de la Caf" })).toBeVisible();
  await expect(page.locator("#ici")).toHaveText(/C’est ici/);
  await fits(page);
  if (axe(project, javaScriptEnabled)) await axeFindsNothing(page);
  await expect(page.getByLabel("Numéro de sécurité sociale", { exact: true })).toHaveValue("2 85 07 96 123");
});

test("every paper of the table, and the envelope, is read by everybody", async ({ page, javaScriptEnabled }, { project }) => {
  test.skip(javaScriptEnabled === false, "papers hold no script");
  test.slow();
  const learner = new Learner(page);
  await learner.chooses("caf/declaration-trimestrielle");
  await learner.opens("Papiers");
  const titles = await page.locator(".sheets button").allTextContents();
  expect(titles.length).toBeGreaterThan(5);
  for (const title of titles) {
    await learner.presses(title.trim());
    await expect(page.locator(".papers__void").first()).toHaveText("SPÉCIMEN — ENTRAÎNEMENT");
    await fits(page);
    if (axe(project, javaScriptEnabled)) await axeFindsNothing(page);
    await page.getByRole("link", { name: "Tous les papiers" }).click();
  }
  await page.getByRole("link", { name: /^Tout imprimer/ }).click();
  await expect(page.getByRole("heading", { name: "Les étapes" })).toBeVisible();
  await fits(page);
  if (axe(project, javaScriptEnabled)) await axeFindsNothing(page);
});
