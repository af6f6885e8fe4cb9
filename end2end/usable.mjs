// When a first page can be used on an old phone with a poor network: 1.6 Mbit/s, 150 ms, a processor six times slower;
// and how long the longest page takes to show what is typed in it. With the islands, and without JavaScript.
// Measured in Chromium through its own throttling, nothing asserted. Usage: node usable.mjs (the release binary is there).
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const ROUNDS = 5;
const SLOWER = 6;
const KEYS = 60;
/** The procedure whose pages ask the most. */
const LONGEST = process.argv[2] ?? "caf/declaration-trimestrielle";
const port = Number(process.env.MIROIR_TEST_PORT ?? 3918);
const address = `127.0.0.1:${port}`;
const data = mkdtempSync(join(tmpdir(), "miroir-usable-"));
const target = process.env.CARGO_TARGET_DIR ?? "../target";
const served = ["--address", address, "--data", data, "--scenarios", "../scenarios/tests/catalogue"];
const server = spawn(`${target}/release/miroir`, served, { stdio: "ignore" });
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const quantile = (numbers, part) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * part)] ?? 0;
const median = (numbers) => Math.round(quantile(numbers, 0.5));

try {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`http://${address}/sante`).then((answer) => answer.ok, () => false)) break;
    await new Promise((later) => setTimeout(later, 50));
  }
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  for (const javaScriptEnabled of [true, false]) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await firstPage(browser, javaScriptEnabled));
    const of = (name) => median(rounds.map((round) => round[name]));
    console.log(javaScriptEnabled ? "with the islands" : "without JavaScript");
    console.log(`  usable after ${of("usable")} ms (first paint ${of("painted")} ms), median of ${ROUNDS}`);
    console.log(`  bytes on the wire: ${of("before")} at load, ${of("after")} in all`);
  }
  await typing(browser);
  await browser.close();
} finally {
  server.kill("SIGTERM");
  rmSync(data, { recursive: true, force: true });
}

/** An exercise is begun at full speed; then its form is opened with nothing kept, slowly. */
async function firstPage(browser, javaScriptEnabled) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`http://${address}/`);
  await page.getByRole("button", { name: "S’entraîner seul" }).click();
  const form = page.url();
  const slow = await slowed(context, page);
  await page.goto("about:blank");
  let bytes = 0;
  slow.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
  });
  await page.goto(form, { waitUntil: "load" });
  const before = bytes;
  // Without script the browser tells of its first paint a little later.
  await page.waitForTimeout(1000);
  // The words are there, styled, and the form answers without any script. The tester's own code runs in any page.
  const times = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    return { painted: paint, usable: Math.max(paint, navigation.domContentLoadedEventStart) };
  });
  await page.waitForLoadState("networkidle");
  await context.close();
  return { ...times, before, after: bytes };
}

async function slowed(context, page) {
  const slow = await context.newCDPSession(page);
  await slow.send("Network.enable");
  await slow.send("Network.clearBrowserCache");
  const [downloadThroughput, uploadThroughput] = [1.6e6 / 8, 0.75e6 / 8];
  await slow.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput, uploadThroughput });
  await slow.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return slow;
}

/** From a key to the next frame, in the page that asks the most; the browser tells from 16 ms on, rounded to 8. */
async function typing(browser) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const sizes = [];
  page.setDefaultTimeout(5000);
  // A page whose questions this walker cannot answer ends the walk: what it has seen is enough.
  await walk(page, async (fields) => sizes.push(fields) && false).catch(() => undefined);
  const most = Math.max(...sizes);
  await walk(page, async (fields) => fields >= most);
  await page.waitForLoadState("networkidle");
  await slowed(context, page);
  await page.evaluate(() => {
    window.delays = [];
    const told = (entry) => window.delays.push([entry.name, entry.processingStart - entry.startTime, entry.duration]);
    new PerformanceObserver((list) => list.getEntries().forEach(told)).observe({ type: "event", durationThreshold: 16 });
  });
  await page.locator("form#page input[type=text]").first().focus();
  for (let letter = 0; letter < KEYS; letter += 1) {
    await page.keyboard.press("1");
    await page.waitForTimeout(120);
  }
  const delays = (await page.evaluate(() => window.delays)).filter(([name]) => name === "keydown");
  const p75 = (at) => {
    // A key of which nothing was told took less than 16 ms.
    const quick = Array.from({ length: Math.max(KEYS - delays.length, 0) }, () => (at === 1 ? 0 : 15));
    return Math.round(quantile([...delays.map((delay) => delay[at]), ...quick], 0.75));
  };
  console.log(`typing in a page of ${most} lines to type in, with the islands`);
  console.log(`  p75 before the page hears a key: ${p75(1)} ms; until it is drawn: ${p75(2)} ms`);
  await context.close();
}

/** Does what « Découvrir » shows, page after page, until `stop` says so of a page's number of fields. */
async function walk(page, stop) {
  const shown = /^(?<label>.*?)[\u00a0 ]: (?<verb>tapez|choisissez|cochez)(?: (?<value>.*)| la case.*)$/s;
  await page.goto(`http://${address}/`);
  await page.locator("form").filter({ has: page.locator(`input[value="${LONGEST}"]`) }).last().getByRole("button").click();
  await page.getByText("Façon de s’entraîner").first().click();
  await page.getByRole("button", { name: "Découvrir", exact: true }).click();
  const coach = page.locator(".coach").first();
  await coach.getByText("On vous montre").waitFor();
  const form = page.locator("form#page");
  for (let step = 0; step < 60 && (await coach.textContent()).includes("On vous montre"); step += 1) {
    if (await stop(await form.locator("input[type=text]").count())) return;
    for (const line of await coach.locator(".coach__todo > li").allTextContents()) {
      const { label = "", verb, value = "" } = shown.exec(line.trim())?.groups ?? {};
      if (verb === "tapez") await form.getByLabel(label, { exact: true }).first().fill(value);
      if (verb === "cochez") await form.getByLabel(label).first().press("Space");
      if (verb !== "choisissez") continue;
      const choices = form.locator("fieldset").filter({ hasText: label }).last();
      const named = (await choices.locator("label").allTextContents()).map((words) => words.trim());
      // One choice, or several boxes said one after the other.
      const chosen = named.includes(value) ? [value] : named.filter((words) => value.includes(words));
      for (const words of chosen) {
        const box = choices.getByLabel(words, { exact: true });
        if (!(await box.isChecked())) await box.press("Space");
      }
    }
    const words = (await coach.locator("p", { hasText: "Appuyez sur" }).locator("b").last().textContent()) ?? "";
    // A form asks whether the server is there before it leaves.
    await page.getByRole("main").getByRole("button", { name: words.trim(), exact: true }).first().click();
    await page.locator("html:not([data-attente])").waitFor({ state: "attached" });
  }
}
