// What the browsers that the widget is for know of WebAssembly, as binaryen calls it.

export const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'call-indirect-overlong', 'multivalue', 'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext']
  .map((feature) => `--enable-${feature}`);
