// The worker in which one hidden figure is worked on, so that the page stays awake meanwhile. Fetched when it is asked for.
importScripts("solver.js");
const ready = wasm_bindgen({ module_or_path: "solver_bg.wasm" });

onmessage = async ({ data }) => {
  try {
    await ready;
    const answer = wasm_bindgen.solve(data);
    postMessage(answer, [answer.buffer]);
  } catch (error) {
    // An answer that says nothing: the page then says that it did not work.
    postMessage(new Float64Array());
    console.info(error);
  }
};
