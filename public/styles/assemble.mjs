// Writes gen/nl-design-system.css: the NL Design System components that the explorer uses, and of the design tokens of
// The Hague only those that these components refer to, directly or through other tokens.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const COMPONENTS = [
  "button", "link", "table", "select", "radio-button", "form-label", "form-fieldset", "skip-link", "alert",
];

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../../node_modules");
const target = join(here, "gen/nl-design-system.css");

/** Names of the custom properties that a piece of CSS refers to. */
export function references(css) {
  return [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);
}

/** The declarations of `tokens` that `css` needs, in the order of `tokens`. */
export function neededTokens(css, tokens) {
  const values = new Map([...tokens.matchAll(/(--[\w-]+):\s*([^;{}]+);/g)].map((match) => [match[1], match[2].trim()]));
  const needed = new Set();
  const queue = references(css);
  while (queue.length > 0) {
    const name = queue.pop();
    if (needed.has(name) || !values.has(name)) continue;
    needed.add(name);
    queue.push(...references(values.get(name)));
  }
  return [...values].filter(([name]) => needed.has(name)).map(([name, value]) => `  ${name}: ${value};`);
}

function read(path) {
  try {
    return readFileSync(join(packages, path), "utf8");
  } catch (error) {
    console.error(`styles: cannot read node_modules/${path} (${error.code}). Run: npm ci --ignore-scripts`);
    process.exit(1);
  }
}

function assemble() {
  const components = COMPONENTS.map((name) => {
    // The small file has lost its copyright notice; `/*!` keeps it through minifying.
    const notice = read(`@utrecht/${name}-css/dist/index.css`).match(/\/\*\*[^]*?\*\//)?.[0].replace("/**", "/*!") ?? "";
    return { notice, css: read(`@utrecht/${name}-css/dist/index.min.css`).trim() };
  });
  const css = components.map((component) => component.css).join("\n");
  const tokens = neededTokens(css, read("@gemeente-denhaag/design-tokens-components/dist/index.css"));
  if (tokens.length === 0) {
    console.error("styles: no design token was found: the package of tokens has another form than before");
    process.exit(1);
  }
  const notices = [...new Set(components.map((component) => component.notice))].join("\n");
  const own = "/*! @license EUPL-1.2; design tokens: Gemeente Den Haag; components: NL Design System, Utrecht */";
  return { text: `${notices}\n${own}\n:root {\n${tokens.join("\n")}\n}\n${css}\n`, tokens: tokens.length };
}

// The locale of Plotly is a CommonJS module; a browser needs it registered.
function plotlyLocale() {
  const source = read("plotly.js-locales/nl.js").replace(/^'use strict';\s*/, "");
  return `(() => {\n"use strict";\nconst module = {};\n${source}\nPlotly.register(module.exports);\n})();\n`;
}

// An untouched file does not wake the watcher.
function write(file, text) {
  const changed = !existsSync(file) || readFileSync(file, "utf8") !== text;
  if (changed) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return changed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, tokens } = assemble();
  const changed = write(target, text);
  write(join(dirname(target), "plotly-locale-nl.js"), plotlyLocale());
  const size = (Buffer.byteLength(text) / 1000).toFixed(1);
  console.log(`styles: ${COMPONENTS.length} components, ${tokens} tokens, ${size} kB${changed ? "" : ", unchanged"}`);
}
