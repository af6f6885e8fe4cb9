import { expect, test } from "../fixtures";
import { Learner } from "./actor";

test.use({ tolerated: [/status of 404/] });

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
  await learner.isOn("Cet exercice est terminé");
});

test("the first page says that an exercise is under way on this machine", async ({ page }) => {
  const learner = new Learner(page);
  await learner.begins();
  await page.goto("/");
  await expect(page.getByText("Un exercice est en cours sur cet appareil")).toBeVisible();
  await page.getByRole("link", { name: "Reprendre l’exercice" }).click();
  await learner.isOn("Se connecter");
});
