// A page that asks for nothing and shows nothing: what starting a page costs by itself.
window.__ready = Promise.resolve([]);
window.__query = () => [];
