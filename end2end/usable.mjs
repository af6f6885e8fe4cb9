// When a first page can be used on an old phone with a poor network: 1.6 Mbit/s, 150 ms, a processor six times slower.
// Measured in Chromium through its own throttling, nothing asserted. Usage: node usable.mjs (the release binary is there).
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const ROUNDS = 5;
const address = "127.0.0.1:3918";
const data = mkdtempSync(join(tmpdir(), "miroir-usable-"));
const target = process.env.CARGO_TARGET_DIR ?? "../target";
const server = spawn(`${target}/release/miroir`, ["--address", address, "--data", data], { stdio: "ignore" });
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`http://${address}/sante`).then((answer) => answer.ok, () => false)) break;
    await new Promise((later) => setTimeout(later, 50));
  }
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    // An exercise is begun at full speed; then its form is opened with nothing kept, slowly.
    await page.goto(`http://${address}/`);
    await page.getByRole("button", { name: "S’entraîner seul" }).click();
    const form = page.url();
    const slow = await context.newCDPSession(page);
    await slow.send("Network.enable");
    await slow.send("Network.clearBrowserCache");
    await slow.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 0.75e6 / 8,
    });
    await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await page.goto("about:blank");
    let bytes = 0;
    const sizes = [];
    slow.on("Network.loadingFinished", (event) => {
      bytes += event.encodedDataLength;
      sizes.push(event.encodedDataLength);
    });
    await page.goto(form, { waitUntil: "load" });
    const times = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation");
      const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
      // The words are there, styled, and the form answers without any script.
      return { painted: paint, usable: Math.max(paint, navigation.domContentLoadedEventStart) };
    });
    const before = bytes;
    await page.waitForLoadState("networkidle");
    rounds.push({ ...times, before, after: bytes });
    await context.close();
  }
  await browser.close();
  const of = (name) => Math.round(median(rounds.map((round) => round[name])));
  console.log(`usable after ${of("usable")} ms (first paint ${of("painted")} ms), median of ${ROUNDS}`);
  console.log(`bytes on the wire: ${of("before")} at load, ${of("after")} with the islands`);
} finally {
  server.kill("SIGTERM");
  rmSync(data, { recursive: true, force: true });
}
