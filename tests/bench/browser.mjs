// A headless Chromium with a fresh profile, driven over a pipe by its own protocol.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,1000", "--remote-debugging-pipe"];

const KEYS = { Enter: { code: 13, text: "\r" }, " ": { code: 32, text: " " }, ArrowDown: { code: 40 }, ArrowUp: { code: 38 } };

/** Notes when the first answer comes, whatever page it is. */
const WATCH = `{
  let promise;
  Object.defineProperty(window, "__ready", {
    get: () => promise,
    set(value) {
      promise = value;
      window.__first = value.then(() => performance.now());
      window.__first.catch(() => {});
    },
  });
}`;

export async function openBrowser(program = process.env.CHROMIUM ?? "chromium") {
  const profile = mkdtempSync(join(tmpdir(), "bench-profile-"));
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const gone = new Promise((resolve) => { child.once("exit", resolve); child.once("error", resolve); });
  const [, , , to, from] = child.stdio;
  const waiting = new Map();
  let number = 0;
  let unread = "";
  from.setEncoding("utf8");
  from.on("data", (text) => {
    const messages = (unread + text).split("\0");
    unread = messages.pop();
    for (const message of messages) {
      const { id, result, error } = JSON.parse(message);
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result);
    }
  });
  to.on("error", () => {});
  gone.then(() => waiting.forEach(({ reject }) => reject(new Error(`${program} stopped`))));
  const call = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    waiting.set(++number, { resolve, reject });
    to.write(`${JSON.stringify({ id: number, method, params, sessionId })}\0`);
  });

  return {
    /** A page that is still empty. `throttle` is how many times slower its processor is. */
    async page(throttle = 1) {
      const { targetId } = await call("Target.createTarget", { url: "about:blank" });
      const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
      const inPage = (method, params) => call(method, params, sessionId);
      await inPage("Page.enable");
      await inPage("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
      if (throttle > 1) await inPage("Emulation.setCPUThrottlingRate", { rate: throttle });
      return {
        async open(url) {
          const { errorText } = await inPage("Page.navigate", { url });
          if (errorText) throw new Error(`${url}: ${errorText}`);
        },
        /** The value of an expression, awaited. */
        async evaluate(expression) {
          const { result, exceptionDetails } = await inPage("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value;
        },
        /** A key as a person presses it, so that the browser times what follows. */
        async press(key) {
          const { code, text } = KEYS[key];
          const common = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: code };
          await inPage("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...common });
          await inPage("Input.dispatchKeyEvent", { type: "keyUp", ...common });
        },
        collectGarbage: () => inPage("HeapProfiler.collectGarbage"),
      };
    },
    /** Memory of the process that shows the page, in bytes; undefined where the system does not tell. */
    async memory() {
      const { processInfo } = await call("SystemInfo.getProcessInfo");
      const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentSize(id));
      return sizes.length > 0 ? Math.max(...sizes) : undefined;
    },
    async close() {
      call("Browser.close").catch(() => {});
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await gone;
      clearTimeout(late);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function residentSize(id) {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]);
  } catch {
    return 0;
  }
}
