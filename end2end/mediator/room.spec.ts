import { expect, test as base } from "../fixtures";
import { isAccessible } from "../learner/access";
import { Wire } from "../proxy";
import { Comer, Hall, Mediator, animalOf, joins } from "./hall";

/** A server of its own for each test. */
const test = base.extend<{ hall: Hall; baseURL: string }>({
  hall: async ({}, use) => {
    const hall = await Hall.opens();
    await use(hall);
    await hall.closes();
  },
  baseURL: async ({ hall }, use) => use(hall.address),
});

test.skip(({ javaScriptEnabled, isMobile }) => javaScriptEnabled === false || isMobile, "the room itself has people of every kind");
test.use({ tolerated: [/ERR_|Failed to load resource|Failed to fetch/] });

test("a mediator follows five people, one without JavaScript, one on a phone, one whose wire breaks", async ({ page, hall, browser }) => {
  test.slow();
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom();
  await isAccessible(page);
  await page.goto(board);
  await expect(page.getByText("Personne n’est encore entré.")).toBeVisible();
  await isAccessible(page);
  await page.waitForLoadState("load");

  const first = await joins(browser, hall.address, code);
  const quiet = await joins(browser, hall.address, code, { javaScriptEnabled: false });
  const phone = await joins(browser, hall.address, code, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const wire = await Wire.to(hall.port);
  const wired = await joins(browser, wire.address, code);
  const last = await joins(browser, hall.address, code);
  const people = [first, quiet, phone, wired, last];
  const names: string[] = [];
  for (const one of people) names.push(await animalOf(one));
  expect(new Set(names).size, "five animals").toBe(5);
  const [one = "", silent = "", small = "", far = ""] = names;
  // The board has not been asked for again since nobody was there.
  for (const name of names) await expect(mediator.line(name)).toContainText("Se connecter");

  // A hand, from a phone; seen, and the answer is there without a reload and without losing what is typed.
  await phone.getByLabel("Adresse électronique", { exact: true }).fill("je tape");
  await phone.getByText("Appeler le médiateur").click();
  await phone.getByRole("button", { name: "Je ne trouve pas le papier." }).click();
  await expect(mediator.line(small)).toContainText("Demande de l’aide");
  await page.getByRole("button", { name: `J’ai vu pour` }).click();
  await expect(phone.getByText("Votre médiateur a vu.")).toBeVisible();
  await expect(phone.getByLabel("Adresse électronique", { exact: true })).toHaveValue("je tape");

  // Pointed at, while typing: focus and text stay.
  await first.getByLabel("Adresse électronique", { exact: true }).pressSequentially("en train de taper");
  await mediator.line(one).locator("summary").click();
  await mediator.line(one).getByRole("button", { name: /^Montrer/ }).click();
  await expect(first.locator("#appel")).toContainText("C’est ici.");
  await expect(first.locator("#question-montree")).toBeVisible();
  const field = first.getByLabel("Adresse électronique", { exact: true });
  await expect(field).toHaveValue("en train de taper");
  await expect(field).toBeFocused();
  await isAccessible(first);

  // « Regardez par ici »: all at once, even whose page does not come at the first time of asking, and at the next page
  // without JavaScript.
  let failed = false;
  await last.route("**/exercice/**", (route) => {
    if (failed || route.request().resourceType() !== "fetch") return route.fallback();
    failed = true;
    return route.abort();
  });
  await phone.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.getByRole("button", { name: "Regardez par ici", exact: true }).click();
  for (const learner of [first, phone, wired, last]) await expect(learner.locator("#appel")).toContainText("Regardez par ici.");
  expect(failed).toBe(true);
  await expect(phone.getByText("Regardez par ici."), "wherever one has scrolled to").toBeInViewport();
  await quiet.reload();
  await expect(quiet.locator("#appel")).toContainText("Regardez par ici.");
  await page.getByRole("button", { name: "Reprendre", exact: true }).click();
  await expect(last.locator("#appel")).not.toContainText("Regardez par ici.");

  // Without JavaScript, refused twice: the board says where and how often.
  for (let time = 0; time < 2; time++) {
    await quiet.getByLabel("Adresse électronique", { exact: true }).fill("ceci-est-tape");
    await quiet.getByRole("button", { name: "Recevoir un code" }).first().click();
  }
  await expect(mediator.line(silent)).toContainText(/2\srefus sur «\sAdresse électronique\s»/);
  await expect(page.locator("body")).not.toContainText("ceci-est-tape");

  // A wire that breaks.
  await wire.cut();
  await expect(mediator.line(far)).toContainText("Connexion perdue", { timeout: 25_000 });
  await wire.mend();
  await expect(mediator.line(far)).not.toContainText("Connexion perdue", { timeout: 15_000 });
  await isAccessible(page);

  // One place, live: what is being written to the learner stays.
  await mediator.line(one).getByRole("link", { name: one }).click();
  await page.waitForLoadState("load");
  const own = page.getByLabel("Ou vos mots, sans nom ni numéro").last();
  await own.fill("prenez la facture");
  await page.getByRole("heading", { level: 1 }).click();
  await first.getByText("Appeler le médiateur").click();
  await first.getByRole("button", { name: "Venez me voir" }).click();
  await expect(page.locator("#place-maintenant")).toContainText("Demande de l’aide");
  await expect(page.locator("#place-passe")).toContainText("lève la main");
  await expect(own).toHaveValue("prenez la facture");
  await isAccessible(page);

  // Over the shoulder: known at once, and declined.
  await page.getByRole("button", { name: /^Regarder sa page/ }).click();
  await expect(first.locator("#appel")).toContainText("Claire regarde votre page");
  await expect(page.getByText("Ses réponses sont cachées.")).toBeVisible();
  await first.getByRole("button", { name: "Je préfère que non" }).click();
  await expect(page.getByText("préfère que vous ne regardiez pas")).toBeVisible();

  // Removed: nothing more, at once.
  await page.goto(board);
  await mediator.line(one).locator("summary").click();
  await mediator.line(one).getByRole("button", { name: /^Retirer/ }).click();
  await page.getByRole("button", { name: "Oui, retirer" }).click();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Cet exercice n’est plus ouvert ici");
  await page.getByRole("link", { name: "Bilan" }).click();
  await isAccessible(page);
  for (const learner of people) await learner.context().close();
  await wire.close();
});

test("the order of the lines waits until the table is left in peace, or a button is pressed", async ({ page, hall, browser }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom();
  const learners = [await joins(browser, hall.address, code), await joins(browser, hall.address, code)];
  const [calm = "", calls = ""] = [await animalOf(learners[0]!), await animalOf(learners[1]!)];
  await page.goto(board);
  const order = async () => (await page.locator("#places .seat__name").allTextContents()).map((name) => name.replace(/\u00a0/g, " "));
  await expect.poll(order).toEqual([calm, calls]);
  // The keyboard is in the table: the line says it at once, and stays where it is.
  await mediator.line(calm).getByRole("link").focus();
  await learners[1]!.getByText("Appeler le médiateur").click();
  await learners[1]!.getByRole("button", { name: "Venez me voir" }).click();
  await expect(mediator.line(calls)).toContainText("Demande de l’aide");
  expect(await order()).toEqual([calm, calls]);
  await expect(page.locator("#annonce")).toContainText(/À aider/);
  // Whoever comes meanwhile is shown at once, at the end.
  const late = await joins(browser, hall.address, code);
  learners.push(late);
  const comer = await animalOf(late);
  await expect.poll(order).toEqual([calm, calls, comer]);
  await page.getByRole("button", { name: "Remettre dans l’ordre d’urgence" }).click();
  await expect.poll(order).toEqual([calls, calm, comer]);
  await expect(page.locator("#places")).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - heading /${calls.replace(" ", "\\s")}/ [level=3]
      - listitem:
        - heading /${calm.replace(" ", "\\s")}/ [level=3]
      - listitem:
        - heading /${comer.replace(" ", "\\s")}/ [level=3]
  `);
  for (const learner of learners) await learner.context().close();
});

test("the thirteenth who comes makes tiles of the quiet ones, and nobody goes missing", async ({ page, hall, browser, playwright }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom();
  await page.goto(board);
  await page.waitForLoadState("load");
  await page.mouse.move(2, 2);
  const comes = () => Comer.comes(playwright.request, hall.address, code);
  const people = [];
  for (let number = 0; number < 11; number++) people.push(await comes());
  const caller = await joins(browser, hall.address, code);
  await expect(page.locator("#places > li")).toHaveCount(12);
  await expect(page.locator("#tuiles > li")).toHaveCount(0);
  people.push(await comes());
  await expect(page.locator("#tuiles > li")).toHaveCount(13);
  await expect(page.locator("#places > li")).toHaveCount(0);
  // Whoever calls has a line, and is a tile again once helped.
  await caller.getByText("Appeler le médiateur").click();
  await caller.getByRole("button", { name: "Venez me voir" }).click();
  await expect(page.locator("#places > li")).toHaveCount(1);
  await expect(page.locator("#tuiles > li")).toHaveCount(12);
  await caller.getByRole("button", { name: "Ce n’est plus la peine" }).click();
  await expect(page.locator("#tuiles > li")).toHaveCount(13);
  await expect(page.locator("#places > li")).toHaveCount(0);
  await isAccessible(page);
  for (const one of people) await one.leaves();
  await caller.context().close();
});

test("thirty people are on one screen, those who call first, with all their reasons", async ({ page, hall, playwright }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom(30);
  const people = [];
  for (let number = 0; number < 28; number++) people.push(await Comer.comes(playwright.request, hall.address, code));
  // The last two wait at the door.
  await page.goto(board);
  await page.locator(".board__more > summary").click();
  await page.getByRole("button", { name: "Salle d’attente" }).click();
  await expect(page.locator("#compte")).toContainText("Salle d’attente");
  for (let number = 0; number < 2; number++) people.push(await Comer.comes(playwright.request, hall.address, code));
  for (const one of people.slice(0, 8)) {
    for (let refused = 0; refused < 2; refused++) await one.sends({ "c.courriel": "x" });
    await one.sends({ geste: "main.papier" });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(board);
  await expect(page.locator("#places > li, #tuiles > li")).toHaveCount(30);
  await expect(page.locator("#places > li").filter({ hasText: /Demande de l’aide.*refus sur/ }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Faire entrer tout le monde" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight), "nothing is below the screen").toBeLessThanOrEqual(768);
  await isAccessible(page);
  for (const one of people) await one.leaves();
});

test("whoever calls while the table is in use is told in their place, and nothing else moves", async ({ page, hall, playwright }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom();
  const people: Comer[] = [];
  for (let number = 0; number < 13; number++) people.push(await Comer.comes(playwright.request, hall.address, code));
  const [first, , , , , sixth] = people;
  await page.goto(board);
  await page.waitForLoadState("load");
  await expect(page.getByText("Personne n’a besoin de vous en ce moment.")).toBeVisible();
  const tiles = page.locator("#tuiles > li");
  const places = () => tiles.evaluateAll((all) => all.map((one) => `${one.id} ${one.getBoundingClientRect().left} ${one.getBoundingClientRect().top}`));
  const before = await places();

  // The pointer rests on the table.
  await tiles.nth(9).hover();
  const calling = tiles.filter({ hasText: "Demande de l’aide" });
  await first?.sends({ geste: "main.papier" });
  await expect(calling).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Remettre dans l’ordre d’urgence" })).toBeVisible();
  expect(await places()).toEqual(before);
  const covered = await tiles.evaluateAll((all) =>
    all.filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return [left + 8, right - 8].some((x) => document.elementFromPoint(x, (top + bottom) / 2)?.closest("li[id]") !== one);
    }),
  );
  expect(covered, "each tile is seen, and nothing stands over it").toEqual([]);

  // The focus is on a tile whose person calls: it stays on the name.
  const name = (await tiles.nth(5).locator("b").textContent()) ?? "";
  await tiles.nth(5).getByRole("link").focus();
  await sixth?.sends({ geste: "main.papier" });
  await expect(calling).toHaveCount(2);
  await expect(page.getByRole("link", { name })).toBeFocused();
  await page.getByRole("button", { name: "Remettre dans l’ordre d’urgence" }).click();
  await expect(page.locator("#places > li")).toHaveCount(2);
  await expect(tiles).toHaveCount(11);

  // Somebody is at work in a line that would become a tile: it stays until the message has gone.
  const line = mediator.line(name);
  await line.locator("summary").click();
  await line.getByLabel("Ou vos mots, sans nom ni numéro").last().fill("Regardez en haut");
  await sixth?.sends({ geste: "main-baissee" });
  await expect(page.locator("#compte")).toContainText("1 à aider");
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(line.getByLabel("Ou vos mots, sans nom ni numéro").last()).toHaveValue("Regardez en haut");
  await line.getByRole("button", { name: /^Dire/ }).click();
  await expect(page.getByText("C’est fait.")).toBeVisible();
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(tiles).toHaveCount(12);
  for (const one of people) await one.leaves();
});

test("an act leaves the board as it is: words for somebody else, and the keyboard, stay", async ({ page, hall, playwright }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom();
  const people: Comer[] = [];
  for (let number = 0; number < 2; number++) people.push(await Comer.comes(playwright.request, hall.address, code));
  await page.goto(board);
  await page.waitForLoadState("load");
  const [one, other] = [page.locator("#places > li").first(), page.locator("#places > li").last()];
  const words = other.getByLabel("Ou vos mots, sans nom ni numéro").last();
  await other.locator("summary").click();
  await words.fill("Je pense à vous");
  await one.getByRole("button", { name: /^Indice/ }).press("Enter");
  await expect(page.getByText("C’est fait.")).toBeVisible();
  await expect(words).toHaveValue("Je pense à vous");
  await expect(one.getByRole("link")).toBeFocused();

  // Refused: it says so, and nothing has to be typed again.
  await words.fill("Appelez le 06 12 34 56 78");
  await other.getByRole("button", { name: /^Dire/ }).click();
  await expect(page.getByText("Il n’est pas parti.")).toBeVisible();
  await expect(words).toHaveValue("Appelez le 06 12 34 56 78");
  await isAccessible(page);
  await words.fill("Appelez-moi");
  await other.getByRole("button", { name: /^Dire/ }).click();
  await expect(page.getByText("C’est fait.")).toBeVisible();
  await expect(words).toBeHidden();

  // A question first: the page of it, then back.
  await other.locator("summary").click();
  await other.getByRole("button", { name: /^Retirer/ }).click();
  await page.getByRole("button", { name: "Oui, retirer" }).click();
  await expect(page.locator("#places > li")).toHaveCount(1);
  for (const person of people) await person.leaves();
});

test("a hand that was seen offers no more to be seen, though its button was pressed and is still under the pointer", async ({ page, hall, playwright }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom();
  const person = await Comer.comes(playwright.request, hall.address, code);
  await page.goto(board);
  await page.waitForLoadState("load");
  const line = page.locator("#places > li").first();
  await person.sends({ geste: "main.papier" });
  await line.getByRole("button", { name: /^J’ai vu/ }).click();
  await expect(line).toContainText("Aide en cours");
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(line.getByRole("button", { name: /^J’ai vu/ })).toHaveCount(0);
  await expect(line.getByRole("button", { name: /^Indice/ })).toBeVisible();

  // The same by the keyboard.
  await person.sends({ geste: "main.perdu" });
  await line.getByRole("button", { name: /^J’ai vu/ }).press("Enter");
  await expect(line.getByRole("button", { name: /^J’ai vu/ })).toHaveCount(0);
  await person.leaves();
});

test("what the mediator does is seen through an absence, and whoever is told to look away is not asked", async ({ page, hall, browser }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code, board } = await mediator.opensARoom();
  const learner = await joins(browser, hall.address, code);
  await learner.clock.install();
  await learner.reload();
  await learner.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
  const curtain = learner.locator("dialog.absence");
  await expect(async () => {
    await learner.clock.fastForward("05:01");
    await expect(curtain).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.goto(board);
  await page.waitForLoadState("load");
  const line = page.locator("#places > li").first();
  await line.locator("summary").click();
  await line.getByRole("button", { name: /^Dire/ }).click();
  await expect(curtain).toBeHidden();
  await expect(learner.locator("#appel")).toContainText("Vous êtes sur la bonne voie.");

  await page.getByRole("button", { name: "Regardez par ici" }).first().click();
  await expect(learner.locator(".call--look")).toBeVisible();
  await learner.clock.fastForward("06:00");
  await expect(learner.locator(".call--look")).toBeVisible();
  await expect(curtain).toBeHidden();
});

test("whoever erases in a room is told that the seat is given back, and not that the exercise is gone", async ({ page, hall, browser }) => {
  const mediator = new Mediator(page);
  await mediator.installs(hall.link);
  const { code } = await mediator.opensARoom();
  const learner = await joins(browser, hall.address, code, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  await learner.getByRole("button", { name: /^J’ai terminé/ }).click();
  await learner.getByRole("button", { name: "Oui, tout effacer" }).click();
  await expect(learner.getByRole("heading", { level: 1 })).toHaveText("Votre place est rendue");
  await expect(learner.getByText("Le bilan de l’atelier reste, sans votre nom.")).toBeVisible();
});
