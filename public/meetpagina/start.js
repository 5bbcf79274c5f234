// Starts the measuring page: the table and the engine are asked for at once, and arrive together.
import load, { Engine } from "engine";
import { answerer } from "./query.js";

const file = new URLSearchParams(location.search).get("file");

function say(text) {
  const show = () => { document.querySelector("#stand").textContent = text; };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
  else show();
}

async function bytesOf(file) {
  if (!file) throw new Error("Er is geen bestand gekozen. Zet in het adres: ?file=pad/naar/tabel.parquet");
  const answer = await fetch(file).catch(() => {
    throw new Error(`Het bestand ${file} kon niet worden opgehaald.`);
  });
  if (!answer.ok) throw new Error(`Het bestand ${file} kon niet worden opgehaald (code ${answer.status}).`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function start() {
  const [bytes] = await Promise.all([bytesOf(file), load({ module_or_path: fetch("meetpagina/engine_bg.wasm") })]);
  const engine = new Engine(bytes);
  window.__query = answerer(engine);
  const [first] = ["Q1", "Q2", "Q3", "Q4"].map((name) => window.__query(name));
  say(`De tabel is geladen: ${engine.rows} rijen.`);
  return first;
}

window.__ready = start();
window.__ready.catch((error) => say(error.message));
