import { expect, test } from "../fixtures";
import { Learner } from "./actor";

const STOPPED = "On n’utilise pas ses vrais numéros ici. Prenez ceux de votre personnage.";
// Of the shape of a plate; nobody is asked whose it could be.
const REAL_PLATE = "BV-527-KM";

test("what looks real is emptied before it is sent", async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without JavaScript the server does it: next test");
  const learner = new Learner(page);
  await learner.begins();
  await learner.logsIn(await learner.learns());
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url(), request.postData() ?? ""));
  const plate = page.getByLabel("Numéro d’immatriculation", { exact: true });
  await expect(async () => {
    await plate.fill("");
    await plate.fill(REAL_PLATE);
    await plate.blur();
    await expect(plate).toHaveValue("", { timeout: 500 });
  }, "once the island is awake").toPass();
  await expect(page.getByText(STOPPED).first()).toBeVisible();
  await expect(plate).toHaveAttribute("aria-invalid", "true");
  await plate.fill(REAL_PLATE);
  await plate.press("Enter");
  await expect(page.locator(".error_summary")).toContainText(STOPPED);
  const told = sent.join("\n");
  expect(told).not.toContain("527");
  expect(told, "the kind alone goes to the server").toContain("plate");
});

test("the server stops it too, and gives the field back empty", async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, "with JavaScript it never arrives: former test");
  const learner = new Learner(page);
  await learner.begins();
  await learner.logsIn(await learner.learns());
  await learner.types("Numéro d’immatriculation", REAL_PLATE);
  await learner.presses("Continuer");
  await expect(page.locator(".error_summary")).toContainText(STOPPED);
  await expect(page.getByLabel("Numéro d’immatriculation", { exact: true })).toHaveValue("");
});

test("a slip in a value of the persona is no real data", async ({ page }) => {
  const learner = new Learner(page);
  await learner.begins();
  const known = await learner.learns();
  await learner.logsIn(known);
  await learner.types("Numéro d’immatriculation", known.plate.replace("000", "001"));
  await learner.types("Numéro de formule", known.formula);
  await learner.presses("Continuer");
  await expect(page.locator(".error_summary")).toContainText("Nous ne trouvons pas de véhicule");
  await expect(page.getByText(STOPPED)).toHaveCount(0);
});
