// The worker that makes a typed text of a Markdown file, fetched when a reader opens a chapter. Gets [number, bytes, language].
importScripts("chapters.js");
const ready = wasm_bindgen({ module_or_path: "chapters_bg.wasm" });

onmessage = async ({ data: [number, bytes, language] }) => {
  try {
    await ready;
    postMessage([number, wasm_bindgen.read(bytes, language)]);
  } catch (error) {
    // An answer that says nothing: the page then says that it did not work.
    postMessage([number, ""]);
    console.info(error);
  }
};
