import { expect, test } from "../fixtures";
import { fits, isAccessible } from "./access";
import { Learner } from "./actor";

test.use({ tolerated: [/status of 404/] });

test("left on one machine, taken up on another by four pictures", async ({ page, browser, javaScriptEnabled, isMobile, viewport }) => {
  const learner = new Learner(page);
  const check = async (on: typeof page) => (javaScriptEnabled === false || isMobile ? fits(on) : isAccessible(on));
  await learner.begins();
  await learner.types("Adresse électronique", "moitié écrite");
  await learner.presses("Continuer plus tard");
  await learner.isOn("Continuer plus tard");
  await check(page);
  const pictures = await page.locator(".later__picture .picture__named").allInnerTexts();
  expect(pictures).toHaveLength(4);
  await page.getByRole("link", { name: "Revenir à la démarche" }).click();
  await expect(page.getByLabel("Adresse électronique", { exact: true })).toHaveValue("moitié écrite");

  const elsewhere = await browser.newContext({ javaScriptEnabled, viewport });
  const other = await elsewhere.newPage();
  const there = new Learner(other);
  await other.goto("/");
  await other.getByRole("link", { name: "Reprendre avec mes quatre images" }).click();
  await check(other);
  // The last two the wrong way round, then corrected.
  for (const name of [0, 1, 3, 2].map((place) => pictures[place].trim())) {
    await there.presses(name);
    await expect(other.locator(".take_up__places")).toContainText(name);
  }
  await check(other);
  await there.presses("Reprendre mon exercice");
  await expect(other.locator(".error_summary")).toContainText("Ces quatre images n’ouvrent aucun exercice");
  await check(other);
  await there.presses(/^Corriger/);
  await there.presses(/^Corriger/);
  for (const name of pictures.slice(2)) await there.presses(name.trim());
  await there.presses("Reprendre mon exercice");
  await there.isOn("Se connecter");

  await page.reload();
  await learner.isOn("Cet exercice a été repris sur un autre appareil");
  await check(page);
  await elsewhere.close();
});

test("a machine that is left opens nothing, however often one goes back", async ({ page, context }) => {
  const learner = new Learner(page);
  await learner.begins();
  const exercise = page.url();
  const known = await learner.learns();
  await learner.presses("Continuer plus tard");
  await learner.presses("Quitter cet ordinateur");
  await learner.isOn("À plus tard");
  expect(await context.cookies()).toEqual([]);
  for (let step = 0; step < 6; step += 1) {
    await page.goBack().catch(() => null);
    expect(await page.content()).not.toContain(known.mail);
  }
  expect((await page.goto(exercise))?.status()).toBe(404);
});

test("the pictures are chosen by the keyboard, in 320 px", async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "the keyboard works the same: once is enough");
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("/reprendre");
  await isAccessible(page);
  await page.getByRole("button", { name: "le soleil", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/^Image 2 sur 4/);
  // What was chosen is read first, then what there is to choose.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: /^Corriger/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "le chat", exact: true })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page).toHaveTitle(/^Image 3 sur 4/);
  await isAccessible(page);
});
