import { expect, test } from "../fixtures";
import { axeFindsNothing, fits } from "./access";
import { Learner } from "./actor";

/** Everything that the language can put on a page, in one procedure that the tests alone have. */
test("a household declares its income, through every construct of the language", async ({ page, javaScriptEnabled, isMobile }) => {
  test.slow();
  const learner = new Learner(page);
  const looks = async () => {
    await fits(page);
    // On a phone the markup is the same: what differs is whether it fits.
    if (javaScriptEnabled !== false && !isMobile) await axeFindsNothing(page);
  };

  await page.goto("/");
  const offer = page.locator("form").filter({ has: page.locator('input[value="essai/foyer"]') });
  await offer.getByRole("button").click();
  await learner.isOn("Se connecter");

  // The site asks about cookies, in nobody's way: what was typed stays, whatever is chosen.
  const banner = page.getByRole("region", { name: "Gestion des cookies" });
  await learner.types("Adresse électronique", "cam");
  await banner.getByText("Personnaliser").press("Enter");
  await expect(page.getByLabel("Montrer des vidéos")).not.toBeChecked();
  await looks();
  await learner.ticks("Montrer des vidéos");
  await learner.presses("Enregistrer mes choix");
  await expect(banner).toHaveCount(0);
  await learner.presses("Gestion des cookies");
  await expect(page.getByLabel("Montrer des vidéos")).toBeChecked();
  await expect(page.getByLabel("Mesurer les visites du site")).not.toBeChecked();
  await looks();
  await learner.presses("Tout refuser");
  await expect(banner).toHaveCount(0);
  await expect(page.getByLabel("Adresse électronique")).toHaveValue("cam");
  await looks();

  await learner.opens("Fiche");
  await expect(page.getByRole("heading", { name: "Les personnes du foyer" })).toBeVisible();
  await looks();
  await page.getByRole("link", { name: /^Tout imprimer/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^L’enveloppe de/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Les étapes" })).toBeVisible();
  await looks();
  await learner.opens("Fiche");
  const mail = ((await learner.answer("Adresse électronique").textContent()) ?? "").trim();
  await learner.returns();
  await learner.types("Adresse électronique", mail);
  await learner.presses("Recevoir un code");

  // The text message comes a minute later: a look for messages is that minute.
  await learner.isOn("Taper le code");
  await learner.opens("SMS");
  await expect(page.getByText("Pas encore de message.")).toBeVisible();
  await learner.presses("Regarder les nouveaux messages");
  await looks();
  const code = /\d{6}/.exec((await page.locator(".telephone__text").textContent()) ?? "")?.[0] ?? "";
  await learner.returns();
  // Enter presses the page's own button, although another one stands before it.
  await learner.types("Code", code);
  await page.getByLabel("Code", { exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^Bonjour / })).toBeVisible();
  await looks();

  await learner.presses("Lire les nouvelles");
  await learner.isOn("Les nouvelles de la caisse");
  await expect(page.getByText("Ce n’est pas par ici.")).toBeVisible();
  await looks();
  await learner.presses("Précédent");
  await learner.presses("Déclarer mes ressources");

  await learner.isOn("Votre situation");
  await expect(page.getByRole("img", { name: /Deux adultes/ })).toBeVisible();
  await learner.types("Nombre d’enfants", "2");
  await learner.ticks("Locataire");
  await learner.ticks("Non");
  await learner.presses("Continuer");
  // A question that another answer calls for is shown before it can be left out.
  await expect(page.getByText("Cette question vient d’apparaître. Répondez-y aussi.").first()).toBeVisible();
  await looks();
  await learner.types("Loyer", "612,50 €");
  await learner.presses("Continuer");

  const adults = page.getByRole("heading", { level: 1, name: /^Ressources de/ });
  await expect(adults).toBeVisible();
  await looks();
  for (let adult = 0; adult < 2 && (await adults.count()) > 0; adult += 1) {
    await page.getByLabel(/^Total de/).fill("1 234,50");
    await learner.presses("Continuer");
  }

  await learner.isOn("Vos enfants");
  const names = page.getByLabel("Prénom", { exact: true });
  await names.first().fill("Camille");
  await learner.presses("Ajouter un enfant");
  await expect(names).toHaveCount(2);
  await expect(names.first()).toHaveValue("Camille");
  await looks();
  await names.nth(1).fill("Noé");
  await page.getByRole("button", { name: /^Retirer/ }).first().click();
  await expect(names).toHaveCount(1);
  await expect(names.first()).toHaveValue("Noé");
  await learner.types("Date de naissance", "1/2/2015");
  await learner.presses("Continuer");

  await learner.isOn("Relire");
  await looks();
  await learner.ticks("Je certifie que tout est exact.");
  await learner.presses("Continuer");
  await learner.isOn("Le site ne répond pas");
  await learner.presses("Réessayer");
  // Nothing was lost: the box is still ticked.
  await learner.isOn("Relire");
  await expect(page.getByLabel("Je certifie que tout est exact.")).toBeChecked();
  await learner.presses("Continuer");

  await learner.isOn("Votre déclaration est enregistrée");
  await learner.presses("Télécharger l’attestation");
  await looks();
  await learner.ticks("Oui");
  await learner.presses("Continuer");
  await learner.isOn("C’est fini");
  await looks();
  await learner.opens("Papiers");
  await expect(page.getByRole("heading", { name: "Vos téléchargements" })).toBeVisible();
  await learner.presses("Attestation de déclaration");
  await looks();
});
