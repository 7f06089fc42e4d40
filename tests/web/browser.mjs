// What a person does with the search page, in Chromium. Prints TAP.
// Usage: node browser.mjs ADDRESS
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {chromium} from "playwright-core";

const address = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let tests = 0;
let failed = 0;

const ok = (good, name, detail = "") => {
  console.log(`${good ? "ok" : "not ok"} ${++tests} - ${name}`);
  if (good) return;
  failed++;
  for (const line of String(detail).split("\n")) console.log(`# ${line}`);
};
const is = (got, wanted, name) => ok(got === wanted, name, `got: ${got}\nwanted: ${wanted}`);

// A profile of its own for each visitor, new and empty.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const visit = (options) =>
  browser.newContext({locale: "en-GB", viewport: {width: 1280, height: 800}, ...options});

const visitor = await visit();
const page = await visitor.newPage();
page.setDefaultTimeout(10000);
const complaints = [];
const requests = [];
page.on("console", (message) => complaints.push(message.text()));
page.on("pageerror", (problem) => complaints.push(String(problem)));
page.on("request", (request) => requests.push(request.url()));

const results = () => page.locator(".results > li");
const accessible = async (name) => {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  const told = found.violations.map((violation) =>
    `${violation.id}: ${violation.help}\n${violation.nodes.slice(0, 3).map((node) => node.html).join("\n")}`);
  is(told.join("\n"), "", `axe finds nothing wrong: ${name}`);
};
const scrollsSideways = () => page.evaluate(() =>
  document.documentElement.scrollWidth > document.documentElement.clientWidth);

try {
  // ---- the first page and suggestions ----
  await page.goto(`${address}/`);
  ok(await page.locator("#q").evaluate((field) => field === document.activeElement),
    "the field waits for typing");
  await accessible("the first page");
  await page.keyboard.type("Laut ar", {delay: 20});
  const options = page.locator("[role=option]");
  await options.first().waitFor();
  is(await page.locator("#q").getAttribute("aria-expanded"), "true", "typing brings suggestions");
  await accessible("suggestions");
  await page.keyboard.press("ArrowDown");
  is(await page.locator("#q").inputValue(), "Laut aral", "an arrow chooses one");
  is(await page.locator("[aria-selected=true]").count(), 1, "and says so");
  await page.keyboard.press("Escape");
  is(await page.locator("#q").inputValue(), "Laut ar", "Escape gives back what was typed");
  ok(await page.locator("#suggestions").isHidden(), "and closes them");
  await page.keyboard.type("a", {delay: 20});
  await options.first().waitFor();
  await page.keyboard.type("l");
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(500);
  is(await page.locator("[aria-selected=true]").count(), 1,
    "a choice stands, whatever arrives for what was typed just before");
  await page.keyboard.press("Escape");
  is(await page.locator("#q").inputValue(), "Laut aral", "and gives back the latest that was typed");
  await page.keyboard.type(" ");
  await options.first().waitFor();
  await page.evaluate(() => {
    const form = document.querySelector(".find");
    form.addEventListener("submit", (event) => event.preventDefault(), {once: true});
    form.requestSubmit();
  });
  ok(await page.locator("#suggestions").isHidden(), "a search closes them, for those who come back");
  await page.locator("#q").fill("Laut ara");
  await options.first().waitFor();
  await options.first().click();
  await page.waitForURL(/q=Laut\+aral/);
  ok(await results().count() > 0, "a click on a suggestion searches for it");

  // ---- Laut Aral ----
  await page.locator("#q").fill("Laut Aral");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=Laut\+Aral/);
  is(await page.title(), "Laut Aral – Aral", "the title says what was searched");
  ok(/^\d+ passages in \d+ articles · /.test(await page.locator(".count").innerText()),
    "how many there are and how fast", await page.locator(".count").innerText());
  is(await results().first().locator("mark").first().innerText(), "Laut Aral", "matches are marked");
  is(await results().first().locator("p[lang]").getAttribute("lang"), "id", "with their language");
  ok(/^https:\/\/lensa\.example\/.*#:~:text=/.test(
    await results().first().locator("h2 a").getAttribute("href")),
  "titles lead to the source, right at the passage");
  await accessible("results");
  for (const number of [1, 2, 3, 4]) {
    await page.locator(`.menu:nth-child(${number}) summary`).click();
    if (number === 1) await accessible("an open menu");
  }
  is(await page.locator(".menu[open]").count(), 1, "one menu is open at a time");
  await page.keyboard.press("Escape");
  is(await page.locator(".menu[open]").count(), 0, "Escape closes it");
  await page.locator(".menu:nth-child(1) summary").press("Enter");
  await page.keyboard.press("Tab");
  is(await page.locator(".menu[open]").count(), 1, "the keyboard walks through it");
  await results().first().locator("a").first().focus();
  is(await page.locator(".menu[open]").count(), 0, "and closes it where it goes on");

  // ---- filters ----
  const all = await results().count();
  await page.locator(".chip", {hasText: "English"}).click();
  await page.waitForURL(/lang=en/);
  const languages = await page.locator(".results p[lang]").evaluateAll((texts) =>
    [...new Set(texts.map((text) => text.lang))].join());
  is(languages, "en", "a language narrows the results");
  ok(await results().count() < all, "to fewer");
  is(await page.locator(".chip[aria-current]").innerText().then((text) => text.split(/\s/)[0]),
    "English", "and is shown as chosen");
  await page.locator(".chip", {hasText: "All"}).click();
  await page.waitForURL((url) => !url.search.includes("lang="));
  is(await results().count(), all, "and can be taken off");
  await page.locator("summary", {hasText: "Date"}).click();
  await page.locator(".menu[open] a", {hasText: "2025"}).click();
  await page.waitForURL(/since=2025&until=2025/);
  const years = await page.locator(".results time").evaluateAll((times) =>
    [...new Set(times.map((time) => time.dateTime.slice(0, 4)))].join());
  is(years, "2025", "a year narrows them, too");
  await page.locator("summary", {hasText: "Date"}).click();
  await page.locator("#since").fill("2025-03-01");
  await page.locator(".dates button").click();
  await page.waitForURL(/since=2025-03-01/);
  const earliest = await page.locator(".results time").evaluateAll((times) =>
    times.map((time) => time.dateTime).sort()[0]);
  ok(earliest >= "2025-03", "and so does a day", earliest);
  await page.locator("summary", {hasText: "Sort"}).click();
  await page.locator(".menu[open] a", {hasText: "Newest"}).click();
  await page.waitForURL(/sort=newest/);
  const dates = await page.locator(".results time").evaluateAll((times) =>
    times.map((time) => time.dateTime.slice(0, 10)));
  is(dates.join(), [...dates].sort().reverse().join(), "newest first");

  // ---- pages ----
  await page.locator(".brand").click();
  await page.locator("#q").fill("Uzbekistan OR president OR China");
  await page.locator(".field button").click();
  const first = await results().first().innerText();
  await page.getByRole("link", {name: "Next"}).click();
  await page.waitForURL(/page=2/);
  ok(await results().first().innerText() !== first, "the next page shows others");
  is(await page.locator(".pages [aria-current=page]").innerText(), "2", "and is marked");
  await accessible("the second page");
  await page.getByRole("link", {name: "Previous"}).click();
  await page.waitForURL((url) => !url.search.includes("page="));
  is(await results().first().innerText(), first, "and the one before is as it was");

  // ---- a passage ----
  await page.goto(`${address}/?q=Aral&lang=en&sort=newest&n=2&page=2`);
  const filtered = await results().first().innerText();
  await page.getByRole("link", {name: "Read in context"}).first().click();
  await page.waitForURL(/\/passage\//);
  await page.getByRole("link", {name: "Back to the results"}).click();
  await page.waitForURL((url) => url.pathname === "/");
  is(await results().first().innerText(), filtered, "a passage leads back to the same page under the same filters");
  await page.goto(`${address}/?q=Laut+Aral`);
  await page.getByRole("link", {name: "Read in context"}).nth(1).click();
  await page.waitForURL(/\/passage\/.*#passage$/);
  ok(await page.locator("#passage").evaluate((text) =>
    text.getBoundingClientRect().top < window.innerHeight), "a link leads to the passage");
  ok(await page.locator(".near").count() > 0, "among its neighbours");
  await accessible("a passage");
  await page.getByRole("link", {name: "Back to the results"}).click();
  await page.waitForURL(/q=Laut/);
  ok(await results().count() > 0, "and back");

  // ---- languages of the page ----
  await page.getByRole("link", {name: "Русский"}).first().click();
  await page.waitForURL(/ui=ru/);
  is(await page.locator("html").getAttribute("lang"), "ru", "the page changes its language");
  is(await page.locator("#q").inputValue(), "Laut Aral", "and keeps the query");
  ok(/^\d+ отрыв\S+ в \d+ стать/.test(await page.locator(".count").innerText()),
    "with Russian plurals", await page.locator(".count").innerText());
  await accessible("in Russian");
  await page.getByRole("link", {name: "Indonesia", exact: true}).click();
  await page.waitForURL(/ui=id/);
  ok(/petikan dalam/.test(await page.locator(".count").innerText()), "and to Indonesian");

  // ---- by keyboard ----
  await page.keyboard.press("Tab");
  is(await page.evaluate(() => document.activeElement.className), "skip",
    "the first stop leads past the head");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash !== "");
  is(new URL(page.url()).hash, "#main", "to the results");

  // ---- screens, schemes, paper ----
  await page.emulateMedia({colorScheme: "dark"});
  await accessible("in the dark");
  await page.goto(`${address}/?q=zzxxqq&ui=ru`);
  await accessible("nothing found");
  await page.emulateMedia({colorScheme: "light"});
  for (const path of ["/", "/?q=Laut+Aral&ui=ru", "/passage/lensa-aral-saksaul%232",
    `/?q=${"a".repeat(99)}&source=${"a".repeat(99)}`]) {
    await page.setViewportSize({width: 320, height: 640});
    await page.goto(address + path);
    ok(!await scrollsSideways(), `a small screen holds ${path}`);
  }
  for (const [width, rest] of [[320, "id"], [320, "ru"], [700, "ru&sort=newest&since=2024-06-11&until=2025-07-08"],
    [320, "en"]]) {
    await page.setViewportSize({width, height: 640});
    await page.goto(`${address}/?q=Laut+Aral&ui=${rest}`);
    for (const number of [1, 2, 3, 4]) {
      await page.locator(`.menu:nth-child(${number}) summary`).click();
      const box = await page.locator(".menu[open] > div").boundingBox();
      ok(box.x >= 0 && box.x + box.width <= width, `and menu ${number} of ${rest}`, JSON.stringify(box));
      await page.keyboard.press("Escape");
    }
  }
  await accessible("on a small screen");
  await page.emulateMedia({forcedColors: "active"});
  await page.goto(`${address}/`);
  await page.locator("#q").focus();
  await page.keyboard.type("Laut ar", {delay: 20});
  await options.first().waitFor();
  await page.keyboard.press("ArrowDown");
  const outlines = await options.evaluateAll((items) =>
    items.map((item) => getComputedStyle(item).outlineStyle));
  ok(outlines[0] === "solid" && outlines.slice(1).every((style) => style === "none"),
    "with colours of the reader's own, the chosen suggestion is still told apart", outlines.join());
  await page.goto(`${address}/?q=Laut+Aral`);
  const outline = (matches) => page.locator(matches).first()
    .evaluate((mark) => getComputedStyle(mark).outlineStyle);
  ok(await outline("mark:not(.far)") !== await outline("mark.far"),
    "and so is what was found by translation");
  const filter = page.locator(".chip[aria-current]");
  const idle = await filter.evaluate((chip) => getComputedStyle(chip).outline);
  await page.locator(".field button").focus();
  await page.keyboard.press("Tab");
  ok(await filter.evaluate((chip, before) => chip === document.activeElement &&
    getComputedStyle(chip).outline !== before, idle), "and the focus on the filter that is on");
  await page.emulateMedia({forcedColors: "none"});
  await page.emulateMedia({media: "print"});
  ok(await page.locator(".find").isHidden() && await page.locator(".results").isVisible(),
    "on paper there are the results alone");
  await page.emulateMedia({media: "screen"});

  const away = requests.filter((url) => !url.startsWith(address) && !url.startsWith("data:"));
  is(away.join(), "", "the page asks nobody else for anything");
  is(complaints.join("\n"), "", "and the browser has nothing to complain about");

  // ---- without a script ----
  const plain = await visit({javaScriptEnabled: false, locale: "id-ID"});
  const simple = await plain.newPage();
  await simple.goto(`${address}/`);
  await simple.locator("#q").fill("Laut Aral");
  await simple.locator("#q").press("Enter");
  await simple.waitForURL(/q=Laut\+Aral/);
  ok(await simple.locator(".results > li").count() > 0, "all of it works without a script");
  is(await simple.locator("html").getAttribute("lang"), "id", "in the language of the browser");
  await simple.locator("summary", {hasText: "Sumber"}).click();
  await simple.locator(".menu[open] a", {hasText: "Lensa Nusantara"}).click();
  await simple.waitForURL(/source=Lensa/);
  ok(await simple.locator(".results > li").count() > 0, "menus, too");
} catch (problem) {
  ok(false, "the visit goes on to its end", problem.stack);
} finally {
  await browser.close();
}
console.log(`1..${tests}`);
process.exitCode = failed ? 1 : 0;
