import { type Locator, type Page, expect } from "@playwright/test";

/** What a learner reads on the persona's card and on the registration certificate. */
export interface Known {
  mail: string;
  street: string;
  postalCode: string;
  town: string;
  moved: string;
  plate: string;
  formula: string;
  serial: string;
}

/** Someone who practises alone, and finds everything by what is written on the screen. */
export class Learner {
  constructor(readonly page: Page) {}

  async begins() {
    await this.page.goto("/");
    await this.presses("S’entraîner seul");
    await this.isOn("Se connecter");
  }

  /** Chooses a procedure on the home page, by its folder in the catalogue. */
  async chooses(procedure: string) {
    await this.page.goto("/");
    const offer = this.page.locator("form").filter({ has: this.page.locator(`input[value="${procedure}"]`) });
    await offer.last().getByRole("button").click();
  }

  /** « Découvrir »: each step is shown. With JavaScript the page stays, and the coach alone changes. */
  async discovers() {
    await this.page.getByText("Façon de s’entraîner").first().click();
    await this.presses("Découvrir");
    await expect(this.page.locator(".coach__title")).toContainText("On vous montre");
  }

  async presses(name: string | RegExp) {
    await this.page.getByRole("button", { name, exact: typeof name === "string" }).click();
    await this.arrives();
  }

  /** A form asks whether the server is there before it leaves: until then the page is still the former one. */
  async arrives() {
    await this.page.locator("html:not([data-attente])").waitFor({ state: "attached" });
  }

  async types(label: string, text: string) {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  /** By its words, with the space bar: a click may land beside while the page is still scrolling. */
  async ticks(words: string) {
    const box = this.page.getByLabel(words);
    await box.focus();
    await this.page.keyboard.press("Space");
    await expect(box).toBeChecked();
  }

  async isOn(title: string) {
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  /** The tools stand beside the clone, or below it on a phone. */
  async opens(tool: "Fiche" | "Papiers" | "Messages" | "SMS" | "Démarche") {
    const tools = this.page.getByRole("navigation", { name: "Vos outils" });
    await tools.getByText(tool, { exact: true }).click();
    await this.arrives();
  }

  async returns() {
    await this.page.getByRole("link", { name: "Revenir à la démarche" }).click();
  }

  answer(question: string): Locator {
    const row = this.page.locator("dl > div").filter({ has: this.page.getByText(question, { exact: true }) });
    return row.locator("dd").first();
  }

  private async reads(question: string): Promise<string> {
    return ((await this.answer(question).textContent()) ?? "").trim();
  }

  /** Reads the card and the registration certificate, then returns to the procedure. */
  async learns(): Promise<Known> {
    await this.opens("Fiche");
    await this.isOn("La fiche de votre personnage");
    const [mail, street, town, moved] = [
      await this.reads("Adresse électronique"),
      await this.reads("Numéro et nom de la rue"),
      await this.reads("Ville"),
      await this.reads("Date du déménagement"),
    ];
    await this.opens("Papiers");
    await this.presses("Carte grise");
    const [plate, formula, serial] = [
      await this.reads("A. Immatriculation"),
      await this.reads("Numéro de formule"),
      await this.reads("E. Numéro de série"),
    ];
    await this.returns();
    const [postalCode = "", ...rest] = town.split(" ");
    return { mail, street, postalCode, town: rest.join(" "), moved, plate, formula, serial };
  }

  async logsIn(known: Known) {
    await this.types("Adresse électronique", known.mail);
    await this.presses("Recevoir un code");
    await this.isOn("Taper le code reçu");
    await this.opens("Messages");
    await this.presses(/Votre code de connexion/);
    const message = (await this.page.locator(".mail__body").textContent()) ?? "";
    const code = /\d{6}/.exec(message)?.[0] ?? "";
    await this.returns();
    await this.types("Code de connexion", code);
    await this.presses("Me connecter");
    await this.isOn("Votre véhicule");
  }

  async namesTheVehicle(known: Known) {
    await this.types("Numéro d’immatriculation", known.plate);
    await this.types("Numéro de formule", known.formula);
    await this.presses("Continuer");
    await this.isOn("Votre nouvelle adresse");
  }

  async givesTheAddress(known: Known, street = known.street) {
    await this.types("Numéro et nom de la rue", street);
    await this.types("Code postal", known.postalCode);
    await this.types("Commune", known.town);
    await this.types("Date du déménagement", known.moved);
    await this.ticks("Facture d’électricité, nouveau logement");
    await this.presses("Continuer");
    await this.isOn("Vérifier et valider");
  }

  async signs() {
    await this.ticks("Je certifie sur l’honneur");
    await this.presses("Valider ma demande");
    await this.isOn("Votre demande est enregistrée");
  }

  async erases() {
    await this.page.getByText("J’ai terminé").first().click();
    await this.arrives();
    await this.presses("Oui, tout effacer");
    await this.isOn("Tout est effacé");
  }
}
