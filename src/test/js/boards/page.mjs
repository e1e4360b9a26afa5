// As much of a browser's page as @grafana/data looks at while it is loaded; nothing is drawn.
const nothing = () => {};
const element = () => ({ appendChild: nothing, getContext: () => null, setAttribute: nothing, style: {} });
globalThis.window = globalThis;
globalThis.addEventListener = nothing;
globalThis.history = { pushState: nothing, replaceState: nothing };
globalThis.localStorage = { getItem: () => null, setItem: nothing };
globalThis.location = { href: '', search: '' };
globalThis.document = {
  ...element(), addEventListener: nothing, createElement: element, documentElement: element(), getElementsByTagName: () => [],
  head: element(), querySelector: () => null,
};
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-GB', languages: ['en-GB'], platform: '', userAgent: '' } });
