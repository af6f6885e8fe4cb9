import { expect, test } from "../fixtures";
import { Learner } from "./actor";

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "the keyboard works the same: once is enough");

test("Enter in a field goes on, and the keyboard alone reaches everything", async ({ page }) => {
  const learner = new Learner(page);
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "S’entraîner seul" })).toBeFocused();
  await page.keyboard.press("Enter");
  await learner.isOn("Se connecter");
  const known = await learner.learns();
  await page.getByLabel("Adresse électronique", { exact: true }).focus();
  await page.keyboard.type(known.mail);
  await page.keyboard.press("Enter");
  await learner.isOn("Taper le code reçu");
  // After the field: the button that goes on, then back, then Miroir's own tools.
  await page.getByLabel("Code de connexion", { exact: true }).focus();
  const reached: string[] = [];
  for (let step = 0; step < 16; step += 1) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
  }
  expect(reached[0]).toBe("Me connecter");
  for (const tool of ["Précédent", "Fiche", "Papiers", "J’ai terminé"]) {
    expect(reached.some((name) => name.includes(tool)), `${tool} in ${reached.join(", ")}`).toBe(true);
  }
});

test("what has the focus is never hidden by what sticks to the screen", async ({ page }) => {
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.namesTheVehicle(known);
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press("Tab");
    const hidden = () => page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return "";
      const box = focused.getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
      const seen = at && (focused.contains(at) || at.contains(focused) || at.closest("label"));
      return seen ? "" : `${focused.outerHTML.slice(0, 80)} under ${at?.outerHTML.slice(0, 80)}`;
    });
    await expect.poll(hidden, "once the page has scrolled").toBe("");
  }
});
