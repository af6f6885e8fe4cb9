import { expect, test } from "../fixtures";
import { isAccessible } from "./access";
import { Learner } from "./actor";

test.skip(
  ({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || isMobile,
  "a voice needs JavaScript; a phone does the same",
);

/** A browser with those voices, which writes down what it is asked to say. */
async function speaks(learner: Learner, voices: string[]) {
  await learner.page.addInitScript((langs) => {
    const said: string[] = [];
    class Utterance extends EventTarget {
      lang = "";
      voice = null;
      constructor(readonly text: string) {
        super();
      }
    }
    const speech = new EventTarget();
    const does = {
      getVoices: () => langs.map((lang) => ({ lang, localService: true })),
      speak: (utterance: Utterance) => said.push(utterance.text),
      cancel: () => said.push("(silence)"),
    };
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, said });
    Object.defineProperty(window, "speechSynthesis", { value: Object.assign(speech, does) });
  }, voices);
  await learner.begins();
  await learner.presses("Régler l’affichage");
  await learner.ticks("Oui, avec un bouton");
  await learner.presses("Appliquer");
}

/** What the settings say where no voice can be found. */
const silent = /Cet appareil n’a pas de voix française/;

test("each text has its button, which reads it, and stops it when pressed again", async ({ page }) => {
  const learner = new Learner(page);
  await speaks(learner, ["en-GB", "fr-FR"]);
  await expect(page.getByText(silent)).toHaveCount(0);
  await learner.returns();
  await learner.types("Adresse électronique", "secret");
  const listen = page.locator("main").getByRole("button", { name: "Écouter" });
  await expect(listen.first()).toBeVisible();
  await isAccessible(page);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.filter((text) => text !== "(silence)"));
  const count = await listen.count();
  for (let at = 0; at < count; at += 1) {
    await listen.first().click();
    const stop = page.getByRole("button", { name: "Arrêter" });
    await expect(stop).toHaveCount(1);
    if (at === 0) await stop.click();
    else break;
  }
  expect((await said())[0]).toBe("Se connecter");
  await page.locator(".field_shell + .aloud").first().click();
  const last = (await said()).at(-1) ?? "";
  expect(last).toContain("Adresse électronique");
  expect(last).not.toContain("secret");
  await page.getByRole("button", { name: /Donnez-moi un indice/ }).click();
  await expect(page.locator("#coach").getByText(/^Indice 1 sur/)).toBeVisible();
  await expect(page.locator("#coach .aloud").first(), "what the coach has just said can be heard").toBeVisible();
});

test("without a French voice nothing shows", async ({ page }) => {
  const learner = new Learner(page);
  await speaks(learner, ["en-GB"]);
  await expect(page.getByText(silent), "whoever asked is told why").toBeVisible();
  await learner.returns();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("button", { name: "Écouter" })).toHaveCount(0);
});
