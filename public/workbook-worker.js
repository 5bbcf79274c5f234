// The worker in which a workbook is written, so that the page stays awake meanwhile. Fetched when it is asked for.
importScripts("workbook.js");
const ready = wasm_bindgen({ module_or_path: "workbook_bg.wasm" });

onmessage = async ({ data }) => {
  try {
    await ready;
    const bytes = wasm_bindgen.write(data);
    postMessage(bytes, [bytes.buffer]);
  } catch (error) {
    // An answer without a file: the page then says that it did not work.
    postMessage(null);
    console.info(error);
  }
};
