// A static server on this machine: brotli where it helps, a policy for pages of the site, and if asked a slow line. It counts what
// it sends, so that workers count too.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml",
  ".css": "text/css", ".json": "application/json",
};
// Parquet is compressed inside: hosts send it as it is.
const COMPRESSES = new Set([".html", ".js", ".wasm", ".svg", ".css", ".json", ".packed"]);
const SLICE = 2048;
const LATE = 100;
/** About what the head of an answer takes. */
const HEAD = 250;

/** Compressed once, and kept by what it is made of: the database of one peer takes minutes. */
function compressed(bytes, kept) {
  const path = join(kept, `${createHash("sha256").update(bytes).digest("hex")}.br`);
  if (!existsSync(path)) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(path, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
  return readFileSync(path);
}

/** A line of so many bytes a second, shared by all that goes over it, and a delay before each answer. */
function line(slow) {
  let free = 0;
  return {
    delay: () => (slow ? wait(slow.latency) : undefined),
    async turn(bytes) {
      if (!slow) return;
      const now = performance.now();
      // Timers come late: what was lost by that is made up for, up to a few slices.
      free = Math.max(free, now - LATE) + (bytes / slow.bytesPerSecond) * 1000;
      if (free - now > 1) await wait(free - now);
    },
  };
}

/** Serves the first of `roots` that has a file. `policy` is the content security policy of pages outside `peers/`. */
export async function serve({ roots, kept, policy }) {
  const ready = new Map();
  const found = (path) => {
    const root = roots.find((root) => existsSync(join(root, path)) && statSync(join(root, path)).isFile());
    if (root === undefined) return undefined;
    const file = join(root, path);
    if (!ready.has(file)) {
      const bytes = readFileSync(file);
      const body = COMPRESSES.has(extname(file)) ? compressed(bytes, kept) : bytes;
      ready.set(file, { body, brotli: body !== bytes });
    }
    return { ...ready.get(file), type: TYPES[extname(file)] ?? "application/octet-stream" };
  };
  const state = { sent: 0, line: line() };
  const server = createServer(async (request, response) => {
    const way = state.line;
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = found(path);
    await way.delay();
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const headers = { "content-type": file.type, "content-length": file.body.length, "cache-control": "max-age=3600" };
    if (file.brotli) headers["content-encoding"] = "br";
    if (!path.startsWith("/peers/")) headers["content-security-policy"] = policy;
    response.writeHead(200, headers);
    state.sent += file.body.length + HEAD;
    if (way === fast) {
      response.end(file.body);
      return;
    }
    for (let at = 0; at < file.body.length && !response.destroyed; at += SLICE) {
      const slice = file.body.subarray(at, at + SLICE);
      await way.turn(slice.length);
      response.write(slice);
    }
    response.end();
  });
  const fast = state.line;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Reads and compresses beforehand, so that no page waits for it. */
    prepare: (path) => { if (!found(path)) throw new Error(`${path} is missing`); },
    /** Forgets what was counted, and sets the line for what follows. */
    reset(slow) {
      state.sent = 0;
      state.line = slow ? line(slow) : fast;
    },
    sent: () => state.sent,
    close: () => new Promise((resolve) => { server.closeAllConnections?.(); server.close(resolve); }),
  };
}
