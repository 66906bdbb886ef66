#!/usr/bin/env node
import module from "node:module";

// From Node 22 on the compiled code is kept for the next start; NODE_DISABLE_COMPILE_CACHE=1 forbids it.
module.enableCompileCache?.();
await import("../dist/main.js");
