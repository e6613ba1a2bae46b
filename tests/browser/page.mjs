// The page of `zhecon highlight` in a real browser: node page.mjs PATH/TO/zhecon [FOLDER FOR PICTURES]
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const zhecon = resolve(process.argv[2] ?? "target/release/zhecon");
const pictures = process.argv[3];
const samples = resolve(import.meta.dirname, "../../examples/articles");
const folder = mkdtempSync(join(tmpdir(), "zhecon-browser-"));
const run = (...words) => execFileSync(zhecon, words, { encoding: "utf8", maxBuffer: 1 << 28 });

// Text that would run in a page that did not escape it, in every place that an article has for text.
const HOSTILE = [
  "<script>pwned()</script>",
  "</script><script>pwned()</script>",
  "</style><script>pwned()</script>",
  "</title><script>pwned()</script>",
  "<img src=x onerror=pwned()>",
  "<svg onload=pwned()><animate onbegin=pwned() attributeName=x>",
  "\"><script>pwned()</script>",
  "' onmouseover='pwned()' x='",
  "\" autofocus tabindex=1 onfocus=pwned() x=\"",
  "<a href=javascript:pwned()>",
  "<iframe srcdoc='<script>parent.pwned()</script>'>",
  "<base href=https://example.org/><link rel=stylesheet href=x.css>",
  "<meta http-equiv=refresh content='0;url=https://example.org/'>",
  "<!--><script>pwned()</script>-->",
  "<form action=https://example.org/><button>",
  "&lt;script&gt;pwned()&lt;/script&gt;",
  "&#60;script&#62;pwned()&#60;/script&#62;",
  "＜script＞pwned()＜/script＞",
  "<style>@import url(https://example.org/x.css)</style>",
  "${pwned()}`{{pwned()}}\u0000\u2028\u202E",
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(message.text()); });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (dialog) => { faults.push(dialog.message()); dialog.dismiss(); });
  const own = pathToFileURL(path).href;
  page.on("request", (request) => { if (request.url().split("#")[0] !== own) faults.push(`request: ${request.url()}`); });
  await page.goto(own);
  return { page, faults, close: () => context.close() };
}

const tests = {
  async "highlights match the spans of the extraction"() {
    for (const name of ["clean", "page", "glossed", "shifted", "page.gb18030"]) {
      const source = join(samples, `${name}.txt`), out = join(folder, `${name}.html`);
      run("highlight", source, "-o", out);
      const answer = JSON.parse(run("extract", source));
      const { page, faults, close } = await open(out);
      const marks = await page.$$eval("mark", (marks) => marks.map((mark) => ({
        id: mark.id, kind: mark.dataset.kind, start: Number(mark.dataset.start), end: Number(mark.dataset.end), text: mark.textContent,
      })));
      const want = answer.entities.map(({ kind, start, end, text }, nth) => ({ id: `m0-${nth}`, kind, start, end, text }));
      assert.ok(want.length > 40);
      assert.deepEqual(marks, want, name);
      const parents = await page.$$eval("mark mark", (marks) => marks.filter((mark) => {
        const outer = mark.parentElement.closest("mark").dataset;
        return Number(outer.start) > Number(mark.dataset.start) || Number(outer.end) < Number(mark.dataset.end);
      }).length);
      assert.equal(parents, 0, "a mention stands in the one around it");
      assert.deepEqual(faults, []);
      await close();
    }
  },

  async "switches hide a kind and show it again"() {
    const { page, faults, close } = await open(join(folder, "page.html"));
    const tint = () => page.$eval('mark[data-kind="money"]', (mark) => getComputedStyle(mark).backgroundColor);
    const other = () => page.$eval('mark[data-kind="date"]', (mark) => getComputedStyle(mark).backgroundColor);
    const [on, date] = [await tint(), await other()];
    await page.getByLabel(/money/).uncheck();
    assert.equal(await tint(), "rgba(0, 0, 0, 0)");
    assert.equal(await other(), date);
    await page.hover('mark[data-kind="money"]');
    assert.equal(await page.isVisible("#card"), false, "what is switched off tells nothing");
    await page.getByLabel(/money/).check();
    assert.equal(await tint(), on);
    assert.equal(await page.isVisible(".news p.furniture"), false);
    await page.getByLabel("page furniture").check();
    assert.equal(await page.isVisible(".news p.furniture"), true);
    assert.deepEqual(faults, []);
    await close();
  },

  async "hover and focus show value, rule and evidence"() {
    const { page, faults, close } = await open(join(folder, "page.html"));
    await page.hover('mark[data-kind="money"]');
    assert.match(await page.innerText("#card"), /amount\s+18,650,000,000 CNY[\s\S]*rule\s+money\./);
    await page.mouse.move(2, 880);
    assert.equal(await page.isVisible("#card"), false);
    const person = page.locator('mark[data-kind="person"]').last();
    await person.focus();
    await page.waitForTimeout(200); // the focus may have scrolled the page: the card goes with it
    assert.equal(await page.isVisible("#card"), true);
    assert.match(await page.innerText("#card"), /role\s+\S+[\s\S]*rests on/);
    const [at, under] = [await page.locator("#card").boundingBox(), await person.boundingBox()];
    assert.ok(Math.min(Math.abs(at.y - under.y - under.height), Math.abs(under.y - at.y - at.height)) < 24, "the card stands at its mention");
    assert.equal(await person.getAttribute("aria-describedby"), "card");
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("#card"), false);
    assert.deepEqual(faults, []);
    await close();
  },

  async "everything is reached by the keyboard"() {
    const { page, close } = await open(join(folder, "page.html"));
    const all = await page.$$eval("input, mark, th button, a[href]", (all) => all.length);
    const reached = new Set();
    for (let step = 0; step < all + 20; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => [...document.querySelectorAll("input, mark, th button, a[href]")].indexOf(document.activeElement));
      if (at >= 0) reached.add(at);
    }
    const shown = await page.$$eval("input, mark, th button, a[href]", (all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(reached.size, shown);
    await close();
  },

  async "raw forms come on demand"() {
    const { page, faults, close } = await open(join(folder, "glossed.html"));
    const fix = page.locator(".news .fix").first();
    const [clean, raw] = [await fix.textContent(), await fix.getAttribute("data-raw")];
    assert.notEqual(clean, raw);
    const shown = () => fix.evaluate((one) => getComputedStyle(one, "::after").content);
    assert.equal(await shown(), "none");
    await page.getByLabel("raw forms").check();
    assert.equal(await shown(), JSON.stringify(raw));
    const text = await page.$eval("main", (main) => main.textContent);
    await page.getByLabel("raw forms").uncheck();
    assert.equal(await page.$eval("main", (main) => main.textContent), text, "the text itself stays");
    assert.deepEqual(faults, []);
    await close();
  },

  async "a heading sorts its column"() {
    const { page, faults, close } = await open(join(folder, "page.html"));
    const figures = () => page.$$eval("td.figure", (cells) => cells.map((cell) => Number(cell.dataset.sort)));
    const before = await figures();
    await page.getByRole("button", { name: "value" }).click();
    assert.deepEqual(await figures(), before.toSorted((a, b) => a - b));
    await page.getByRole("button", { name: "value" }).click();
    assert.deepEqual(await figures(), before.toSorted((a, b) => b - a));
    assert.equal(await page.getAttribute('th[aria-sort="descending"]', "scope"), "col");
    await page.getByRole("button", { name: "period" }).focus();
    await page.keyboard.press("Enter");
    const periods = (await page.$$eval("td.period", (cells) => cells.map((cell) => cell.textContent)));
    const told = periods.filter((period) => period);
    assert.deepEqual(periods, [...told.toSorted((a, b) => new Intl.Collator("zh-CN", { numeric: true }).compare(a, b)), ...periods.filter((period) => !period)]);
    assert.deepEqual(faults, []);
    await close();
  },

  async "hostile text stays text"() {
    for (const [nth, words] of HOSTILE.entries()) {
      const rows = [
        { id: `a${words}`, title: `望川县${words}签约`, source: `望川日报${words}`, body: `总投资30亿元的“揽月${words}”项目开工,县长${words}何志远说,${words}增长12.3%。`, published: "2024-03-01" },
        { id: "b", text: `首页 > 正文\n来源:${words} 2024-03-01 09:00 作者:${words}\n${words}有限公司投资3亿元。責任${words}編輯\n` },
      ];
      const [input, out] = [join(folder, `hostile${nth}.ndjson`), join(folder, `hostile${nth}.html`)];
      writeFileSync(input, rows.map((row) => JSON.stringify(row)).join("\n"));
      run("highlight", input, "-o", out, "--title", words.replaceAll("\u0000", ""));
      const { page, faults, close } = await open(out);
      await page.evaluate(() => { window.pwned = () => { document.body.dataset.pwned = "yes"; }; });
      for (const mark of await page.$$("mark")) {
        await mark.focus();
        await mark.hover({ force: true, timeout: 2000 }).catch(() => {});
      }
      for (const button of await page.$$("th button")) await button.click();
      for (const box of await page.$$("input")) await box.click();
      const state = await page.evaluate(() => ({
        pwned: document.body.dataset.pwned,
        foreign: [...document.querySelectorAll("img, svg, iframe, base, link, form, object, embed, animate, [onload], [onerror], [onfocus], [onmouseover], a[href^='javascript']")].length,
        scripts: document.scripts.length, styles: document.querySelectorAll("style").length, metas: document.querySelectorAll("meta").length,
      }));
      assert.deepEqual(state, { pwned: undefined, foreign: 0, scripts: 1, styles: 1, metas: 4 }, words);
      assert.deepEqual(faults, [], words);
      await close();
    }
  },

  async "the policy lets no other script run"() {
    const { page, close } = await open(join(folder, "page.html"));
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      const image = new Image();
      const blocked = new Promise((done) => { image.onerror = () => done(true); image.onload = () => done(false); });
      image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
      return [window.ran ?? false, await blocked];
    });
    assert.deepEqual(ran, [false, true]);
    await close();
  },

  async "nothing is cut off on a narrow screen, and the contrast is enough"() {
    run("highlight", samples, "-o", join(folder, "all.html"));
    for (const colorScheme of ["light", "dark"]) {
      const { page, faults, close } = await open(join(folder, "all.html"), { viewport: { width: 360, height: 740 }, colorScheme });
      const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= shown, `${wide} > ${shown}`);
      assert.deepEqual(await page.evaluate(contrasts), [], colorScheme);
      assert.deepEqual(faults, []);
      await close();
    }
  },
};

// Texts whose contrast against what lies behind them is below 4.5 to 1.
function contrasts() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (color, under = [255, 255, 255]) => {
    canvas.fillStyle = `rgb(${under.join(",")})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (color) => color.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, nth) => sum + part * [0.2126, 0.7152, 0.0722][nth], 0);
  const behind = (element) => (element ? rgb(getComputedStyle(element).backgroundColor, behind(element.parentElement)) : [255, 255, 255]);
  const low = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) || !element.checkVisibility() || element.localName === "script") continue;
    const under = behind(element), [a, b] = [light(under), light(rgb(getComputedStyle(element).color, under))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.add(`${element.localName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...low];
}

async function takePictures() {
  mkdirSync(pictures, { recursive: true });
  for (const [name, file, options] of [
    ["light", "glossed.html", {}],
    ["dark", "glossed.html", { colorScheme: "dark" }],
    ["narrow", "glossed.html", { viewport: { width: 390, height: 844 } }],
    ["folder", "all.html", {}],
  ]) {
    const { page, close } = await open(join(folder, file), options);
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    if (name === "light") {
      await page.locator('mark[data-kind="project"]').nth(1).hover();
      await page.screenshot({ path: join(pictures, "card.png") });
      await page.setViewportSize({ width: 1080, height: 720 });
      await page.locator('mark[data-kind="project"]').nth(1).hover();
      await page.screenshot({ path: join(pictures, "highlight.png") });
      await page.getByLabel("raw forms").check();
      await page.screenshot({ path: join(pictures, "raw.png") });
      await page.getByLabel("raw forms").uncheck();
      await page.pdf({ path: join(pictures, "print.pdf"), format: "A4", preferCSSPageSize: true });
    }
    await close();
  }
}

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}
if (pictures) await takePictures();
await browser.close();
rmSync(folder, { recursive: true });
process.exit(failed ? 1 : 0);
