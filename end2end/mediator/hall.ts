import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequest, type APIRequestContext, type Browser, type BrowserContextOptions, type Page, expect } from "@playwright/test";

export const PASS_PHRASE = "les tortues aiment la pluie";

/** A Miroir of its own, with nobody's account yet: only its first words tell the link that makes one. */
export class Hall {
  private constructor(
    private server: ChildProcess,
    private data: string,
    readonly port: number,
    readonly link: string,
  ) {}

  static async opens(): Promise<Hall> {
    const port = await freePort();
    const data = mkdtempSync(join(tmpdir(), "miroir-hall-"));
    const target = process.env.CARGO_TARGET_DIR ?? "../target";
    const server = spawn(`${target}/debug/miroir`, ["--address", `127.0.0.1:${port}`, "--data", data]);
    const link = await new Promise<string>((found, failed) => {
      let said = "";
      server.stdout.on("data", (more: Buffer) => {
        said += more.toString();
        const address = /http:\S+installation\S+/.exec(said)?.[0];
        if (address) found(address);
      });
      server.on("exit", () => failed(new Error(`it stopped: ${said}`)));
    });
    return new Hall(server, data, port, link);
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  async closes() {
    const gone = new Promise((done) => this.server.on("exit", done));
    this.server.removeAllListeners("exit");
    const stopped = new Promise((done) => this.server.once("exit", done));
    this.server.kill("SIGTERM");
    await Promise.race([gone, stopped]);
    rmSync(this.data, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A mediator at a browser, going by what is written. */
export class Mediator {
  constructor(readonly page: Page) {}

  async installs(link: string) {
    await this.page.goto(link);
    await this.page.getByLabel("Nom de votre lieu").fill("Médiathèque");
    await this.page.getByLabel("Nom affiché").fill("Claire");
    await this.page.getByLabel("Identifiant").fill("claire");
    await this.page.getByLabel("Mot de passe").fill(PASS_PHRASE);
    await this.page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: "Ateliers" })).toBeVisible();
  }

  /** Opens a room for the small procedure; gives its code and the link of the projected picture's room. */
  async opensARoom(seats = 20): Promise<{ code: string; board: string }> {
    await this.page.getByRole("link", { name: "Ouvrir un atelier" }).click();
    await this.page.getByLabel("Première démarche").selectOption("ants/changement-adresse");
    await this.page.getByLabel("Nombre de places").fill(`${seats}`);
    await this.page.getByRole("button", { name: "Ouvrir l’atelier" }).click();
    const code = ((await this.page.locator(".projected__code").textContent()) ?? "").replace(/\D/g, "");
    const board = new URL(this.page.url()).pathname.replace("/projeter", "");
    return { code, board };
  }

  line(animal: string) {
    return this.page.locator("#places > li").filter({ has: this.page.getByRole("link", { name: animal }) });
  }
}

/** Somebody who comes by the code, in a browser of their own. */
export async function joins(browser: Browser, address: string, code: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  await page.goto(`${address}/rejoindre`);
  await page.getByLabel("Code de l’atelier").fill(code);
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Se connecter" })).toBeVisible();
  return page;
}

/** Somebody who comes by the code without a browser: enough to be one of many. */
export class Comer {
  private constructor(
    private http: APIRequestContext,
    private page: string,
  ) {}

  static async comes(request: APIRequest, address: string, code: string): Promise<Comer> {
    const http = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } });
    await http.post("/rejoindre", { form: { code } });
    const first = await http.post("/bienvenue", { form: {} });
    return new Comer(http, new URL(first.url()).pathname);
  }

  /** What a button of the page sends, with these answers. */
  async sends(form: Record<string, string>) {
    const shown = await (await this.http.get(this.page)).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="(\\w+)"`).exec(shown)?.[1] ?? "";
    const answer = await this.http.post(this.page, { form: { visite: hidden("visite"), envoi: hidden("envoi"), ...form } });
    expect(answer.status(), await answer.text()).toBeLessThan(500);
  }

  async leaves() {
    await this.http.dispose();
  }
}

/** Who the page says one is, without the article. */
export async function animalOf(page: Page): Promise<string> {
  const called = (await page.locator(".room__who b").textContent()) ?? "";
  return called.replace(/^(le |la |l’)/, "").replace(/\u00a0/g, " ");
}
