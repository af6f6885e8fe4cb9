import { expect, test } from "../fixtures";
import { fits, isAccessible } from "./access";
import { Learner } from "./actor";

test("a paper is kept beside the page, a hint marks its line, and what was typed stays", async ({ page, javaScriptEnabled, isMobile }) => {
  const check = async () => (javaScriptEnabled === false ? fits(page) : isAccessible(page));
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.types("Numéro de formule", "2099");
  await learner.presses("Donnez-moi un indice");
  await learner.presses("Un autre indice");
  await learner.presses(/^Montrez-moi sur le papier/);
  const paper = page.getByRole("region", { name: /^Papier à côté/ });
  await expect(paper.getByText("C’est ici")).toBeInViewport();
  await expect(page.getByLabel("Numéro de formule", { exact: true })).toHaveValue("2099");
  if (!isMobile) await expect(page.getByLabel("Numéro de formule", { exact: true })).toBeInViewport();
  await check();
  await learner.presses("Un autre indice");
  await expect(page.getByText("C’est cette question")).toBeVisible();
  await check();
  await learner.presses(/^Ranger/);
  await expect(paper).toHaveCount(0);
  await expect(page.getByLabel("Numéro de formule", { exact: true })).toHaveValue("2099");
});

test("a word is explained at one tap, and closed again, without leaving the page", async ({ page, javaScriptEnabled }) => {
  const learner = new Learner(page);
  await learner.begins();
  await learner.types("Adresse électronique", "camille");
  const word = page.locator("a.word").first();
  await word.click();
  const sentence = page.locator(".words__one:target");
  await expect(sentence).toBeInViewport();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("camille");
  if (javaScriptEnabled !== false) await isAccessible(page);
  await sentence.getByRole("link", { name: "Fermer" }).click();
  await expect(page.locator(".words__one:target")).toHaveCount(0);
  await expect(word).toBeInViewport();
});

test("whoever is lost is told where they are, and the end sends one off ready", async ({ page, javaScriptEnabled }) => {
  const check = async () => (javaScriptEnabled === false ? fits(page) : isAccessible(page));
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.presses("Je suis perdu");
  await learner.isOn("Où suis-je ?");
  await expect(page.getByRole("heading", { name: "Vous avez déjà fait" })).toBeVisible();
  await check();
  await learner.returns();
  await learner.namesTheVehicle(known);
  await learner.givesTheAddress(known);
  await learner.signs();
  await expect(page.getByText(/Vous avez répondu seul à tout/)).toBeVisible();
  await page.getByRole("link", { name: /^Prêt pour le vrai/ }).click();
  await learner.isOn("Prêt pour le vrai");
  await expect(page.locator(".ready")).not.toContainText(known.mail);
  await check();
});
