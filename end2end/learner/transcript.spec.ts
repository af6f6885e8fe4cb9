import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "../fixtures";
import { type Known, Learner } from "./actor";

// What a screen reader is told, page after page, from the first to the last. To write it again after a change that was
// meant: TRANSCRIPT=write npx playwright test transcript --project desktop

test("a screen reader is told the whole procedure as written down", async ({ page }, { project, file: here }) => {
  test.skip(project.name !== "desktop", "one transcript is enough");
  const file = join(dirname(here), "transcript.txt");
  const learner = new Learner(page);
  const told: string[] = [];
  const listen = async (known?: Known) => {
    const heard = await page.locator("body").ariaSnapshot();
    told.push(`# ${new URL(page.url()).pathname.replace(/^\/exercice\/\w+/, "/exercice/…")}\n${plain(heard, known)}`);
  };
  await page.goto("/");
  await learner.begins();
  await listen();
  const known = await learner.learns();
  // No persona has such a name.
  await learner.types("Adresse électronique", "adresse");
  await learner.presses("Recevoir un code");
  await listen(known);
  await learner.logsIn(known);
  await listen(known);
  await learner.namesTheVehicle(known);
  await listen(known);
  await learner.givesTheAddress(known);
  await listen(known);
  await learner.signs();
  await listen(known);
  const transcript = `${told.join("\n\n")}\n`;
  if (process.env.TRANSCRIPT === "write") writeFileSync(file, transcript);
  expect(transcript).toBe(readFileSync(file, "utf8"));
});

/** Without what changes from one person to the next. */
function plain(heard: string, known?: Known): string {
  let text = heard.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
  // A whole value: the 9th of a month stands in the 29th too.
  const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  for (const value of Object.values(known ?? {}))
    if (value) text = text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, "gu"), "…");
  return text
    // Said a moment after the page has come: heard or not yet.
    .replace(/status: Enregistré$/gm, "status")
    .replace(/heading "Vous jouez [^"]*"/, 'heading "Vous jouez …"')
    .replace(/paragraph: \d+ ans.*/g, "paragraph: …")
    .replace(/\d+ [^,"\n]*, 96\d{3} [^".\n]*/g, "…")
    .replace(/\d\d\/\d\d\/\d{4}/g, "le …")
    .replace(/CA-\d{3}-\d{3}/g, "CA-…")
    .replace(/\d{1,2}(er)? \p{L}+ 20\d\d/gu, "le …")
    .replace(/^\s+- \/url: .*\n/gm, "");
}
