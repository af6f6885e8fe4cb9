import { test } from "@playwright/test";
import { Learner } from "../learner/actor";
import { doesWhatIsShown } from "../learner/shown";

// Not a check: it prints, and asserts nothing. `MIROIR_MEASURE=1 npx playwright test measures --project=desktop`
const SLOWER = 6;
const KEYS = 60;

for (const procedure of ["impots/declaration-revenus", "caf/declaration-trimestrielle"]) {
  test(`how long a key takes to be heard and drawn on the longest pages of ${procedure}`, async ({ page }) => {
    test.setTimeout(300_000);
    const learner = new Learner(page);
    await learner.chooses(procedure);
    const refuse = page.getByRole("button", { name: "Tout refuser" });
    if (await refuse.isVisible()) await learner.presses("Tout refuser");
    await learner.discovers();
    let most = 0;
    for (let step = 0; step < 60; step += 1) {
      const fields = await page.locator("form#page").locator("input:not([type=hidden]), select, textarea").count();
      const lines = page.locator("form#page input[type=text]");
      if (fields > most && (await lines.count()) > 0) {
        most = fields;
        await page.waitForLoadState("networkidle");
        const slow = await page.context().newCDPSession(page);
        await slow.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
        await page.evaluate(() => {
          const delays: [string, number, number][] = [];
          Object.assign(window, { delays });
          const told = (entry: PerformanceEntry) => {
            const event = entry as PerformanceEventTiming;
            delays.push([event.name, event.processingStart - event.startTime, event.duration]);
          };
          new PerformanceObserver((list) => list.getEntries().forEach(told)).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
        });
        const former = await lines.first().inputValue();
        await lines.first().focus();
        for (let key = 0; key < KEYS; key += 1) {
          await page.keyboard.press("1");
          await page.waitForTimeout(120);
        }
        const delays = (await page.evaluate(() => (window as unknown as { delays: [string, number, number][] }).delays)).filter(([name]) => name === "keydown");
        const p75 = (at: 1 | 2) => {
          // A key of which nothing was told took less than 16 ms.
          const quick = Array.from({ length: Math.max(KEYS - delays.length, 0) }, () => (at === 1 ? 0 : 15));
          const all = [...delays.map((delay) => delay[at]), ...quick].sort((one, other) => one - other);
          return Math.round(all[Math.floor((all.length - 1) * 0.75)] ?? 0);
        };
        const title = (await page.getByRole("heading", { level: 1 }).first().textContent()) ?? "";
        console.log(`${procedure}, « ${title.trim()} », ${fields} fields, processor ${SLOWER} times slower: p75 ${p75(1)} ms before a key is heard, ${p75(2)} ms until it is drawn`);
        await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
        await slow.detach();
        await lines.first().fill(former);
      }
      if (!(await doesWhatIsShown(page, learner))) break;
    }
  });
}
