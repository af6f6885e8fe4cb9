import { type Locator, type Page, expect } from "@playwright/test";
import { Learner } from "./actor";

/** « Label : tapez 1 478,05 € », as whoever discovers a procedure is shown it. */
const SHOWN = /^(?<label>.*?)[\u00a0 ]: (?<verb>tapez|choisissez|cochez)(?: (?<value>.*)| la case.*)$/s;

/** A question of one line has its label; one of several lines, such as a town, has a legend and a label for each. */
async function types(form: Locator, label: string, value: string) {
  const one = form.getByLabel(label, { exact: true }).or(form.getByLabel(`${label} (facultatif)`, { exact: true }));
  const group = form.locator("fieldset").filter({ has: form.page().locator("legend", { hasText: label }) });
  if ((await one.count()) > 0 && (await group.count()) === 0) return one.first().fill(value);
  const [first = "", ...rest] = value.split(" ");
  const parts = [first, rest.join(" ")];
  for (const [at, input] of (await group.first().locator("input").all()).entries()) {
    await input.fill(parts[at] ?? "");
  }
}

/** Radios have one value; boxes have several, and those that are ticked too many are unticked. */
async function chooses(page: Page, form: Locator, label: string, value: string) {
  const group = form.locator("fieldset").filter({ has: page.locator("legend", { hasText: label }) }).last();
  const boxes = group.getByRole("checkbox");
  if ((await boxes.count()) === 0) {
    await group.getByLabel(value, { exact: true }).focus();
    await page.keyboard.press("Space");
    return;
  }
  const labels = await group.locator("label").allTextContents();
  for (const words of labels.map((words) => words.trim())) {
    const box = group.getByLabel(words, { exact: true });
    if (value.includes(words) !== (await box.isChecked())) {
      await box.focus();
      await page.keyboard.press("Space");
    }
  }
}

/** Does on this page what « Découvrir » shows: true while there is something to do. */
export async function doesWhatIsShown(page: Page, learner: Learner): Promise<boolean> {
  await expect(page.locator(".error_summary:not(.error_summary--news)"), "whoever does what is shown is never refused").toHaveCount(0);
  const coach = page.locator(".coach").first();
  const told = (await coach.textContent()) ?? "";
  if (!told.includes("On vous montre")) return false;
  if (told.includes("Relever les messages")) {
    await learner.opens("Messages");
    await learner.presses("Relever les messages");
    await learner.returns();
    return true;
  }
  const form = page.locator("form#page");
  // Without where it is found.
  const lines = await coach.locator(".coach__todo > li").evaluateAll((all) =>
    all.map((one) => (one.textContent ?? "").replace(one.querySelector(".coach__found")?.textContent ?? "", "")),
  );
  for (const line of lines) {
    const { label = "", verb, value = "" } = SHOWN.exec(line.trim())?.groups ?? {};
    if (verb === "tapez") await types(form, label, value);
    if (verb === "cochez") await learner.ticks(label);
    if (verb === "choisissez") await chooses(page, form, label, value);
  }
  const words = (await coach.locator("p", { hasText: "Appuyez sur" }).locator("b").last().textContent()) ?? "";
  await page.getByRole("main").getByRole("button", { name: words.trim(), exact: true }).first().click();
  await learner.arrives();
  return true;
}
