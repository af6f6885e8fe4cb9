import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.MIROIR_TEST_PORT ?? 3917);
const address = `127.0.0.1:${port}`;
const target = process.env.CARGO_TARGET_DIR ?? "../target";
// The workers read this file too: one folder for all of them.
const data = (process.env.MIROIR_TEST_DATA ??= mkdtempSync(join(tmpdir(), "miroir-end2end-")));

export default defineConfig({
  testDir: ".",
  // Figures are asked for: they take their time, and check nothing.
  testIgnore: process.env.MIROIR_MEASURE ? [] : ["measures/**"],
  outputDir: "results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // On a loaded machine a browser without JavaScript sometimes stops painting: what fails twice has failed.
  retries: 1,
  workers: 2,
  reporter: "list",
  use: {
    baseURL: `http://${address}`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // No smooth scrolling: without JavaScript, a browser that waits for a page to stand still waits for ever.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1366, height: 768 } } },
    { name: "phone", use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    { name: "no-js", use: { viewport: { width: 1366, height: 768 }, javaScriptEnabled: false } },
  ],
  webServer: {
    command: `${target}/debug/miroir --address ${address} --data ${data} --scenarios ../scenarios/tests/catalogue`,
    url: `http://${address}/sante`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
