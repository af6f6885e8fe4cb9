// When a first page can be used on an old phone with a poor network: 1.6 Mbit/s, 150 ms, a processor six times slower,
// with the islands and without JavaScript. (How long a key takes is measured by measures/typing.spec.ts.)
// Measured in Chromium through its own throttling, nothing asserted. Usage: node usable.mjs (the release binary is there).
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const ROUNDS = 5;
const SLOWER = 6;
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
