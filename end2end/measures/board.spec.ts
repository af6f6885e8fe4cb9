import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "@playwright/test";
import { Wire } from "../proxy";

// Not a check: it prints, and asserts nothing. `MIROIR_MEASURE=1 npx playwright test measures/board --project=desktop`
const PORT = 3955;
/** Cuts, in seconds. */
const CUTS = (process.env.MIROIR_CUTS ?? "1,30").split(",").map(Number);

test("what a board costs its browser, and how soon it is in step after a cut", async ({ browser }) => {
  test.setTimeout(3_600_000);
  const folder = mkdtempSync(join(tmpdir(), "miroir-board-"));
  const binary = resolve(process.env.MIROIR_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? "../target", "debug/miroir"));
  const demo = spawn(binary, ["demo", "--learners", "30", "--rate", "0.2", "--arrive", "5", "--port", `${PORT}`, "--minutes", "60"], { cwd: folder });
  let said = "";
  demo.stdout.on("data", (more: Buffer) => (said += more.toString()));
  while (!said.includes("apprenants arrivent")) await new Promise((later) => setTimeout(later, 100));
  const pass = /phrase de passe : (\S+)/.exec(said)?.[1] ?? "";
  const wire = await Wire.to(PORT);
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await page.goto(`${wire.address}/connexion`);
  await page.getByLabel("Identifiant").fill("demo");
  await page.getByLabel("Mot de passe").fill(pass);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("link", { name: /Tableau de suivi/ }).first().click();
  const seats = () => page.locator("#places > li, #tuiles > li");
  while ((await seats().count()) < 30) await page.waitForTimeout(200);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const metric = async (name: string) => (await devtools.send("Performance.getMetrics")).metrics.find((one) => one.name === name)?.value ?? 0;
  const heap = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    return Math.round((await metric("JSHeapUsedSize")) / 1024);
  };
  const [before, busy, since] = [await heap(), await metric("TaskDuration"), Date.now()];
  // Thirty people at six gestures a second: what an hour of a workshop holds passes in ten minutes.
  await page.waitForTimeout(Number(process.env.MIROIR_WATCH ?? 60) * 1000);
  const seconds = (Date.now() - since) / 1000;
  const spent = (await metric("TaskDuration")) - busy;
  console.log(`${Math.round(seconds)} s, 6 gestures a second: main thread ${((spent / seconds) * 100).toFixed(1)} %, heap ${before} KiB before, ${await heap()} KiB after`);
  for (const cut of CUTS) {
    await wire.cut();
    await page.waitForTimeout(cut * 1000);
    await wire.mend();
    const mended = Date.now();
    await page.locator("html:not([data-direct-coupe])").waitFor({ state: "attached", timeout: 120_000 });
    const opened = Date.now() - mended;
    await page.waitForTimeout(1000);
    const ids = await seats().evaluateAll((all) => all.map((one) => one.id));
    const fresh = await page.context().newPage();
    await fresh.goto(page.url());
    const there = await fresh.locator("#places > li, #tuiles > li").evaluateAll((all) => all.map((one) => one.id));
    await fresh.close();
    const lost = there.filter((id) => !ids.includes(id)).length;
    console.log(`cut for ${cut} s: in step ${opened} ms after the wire is back; seats lost ${lost}, doubled ${ids.length - new Set(ids).size}`);
  }
  demo.kill("SIGINT");
  await wire.close();
  rmSync(folder, { recursive: true, force: true });
});
