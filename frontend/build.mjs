// Builds web/static/build: hashed files, the manifest that web/assets.py reads, and the licences of what is bundled.
// The same sources and the same package-lock.json give the same bytes, so CI rebuilds and compares.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "web", "static", "build");

/** What a template may ask for, by file name: `app.js`, `app.css`, … are the keys of the manifest. */
const entries = [
  ...["app.js", "app.css", "viewer.js", "viewer.css", "designer.js", "designer.css"],
  ...["decisions.js", "decisions.css", "icon.svg"],
];

/** Left out of dmn-js: its editor of expressions, half a megabyte for what a plain cell does. */
const alias = { "dmn-js-shared/lib/components/LiteralExpression": "./src/decisions/plain_expression.js" };

function bundle() {
  return build({
    absWorkingDir: here,
    entryPoints: entries.map((name) => join("src", name)),
    outdir: target,
    alias,
    bundle: true,
    minify: true,
    metafile: true,
    write: true,
    charset: "utf8",
    format: "iife",
    target: "chrome109",
    legalComments: "none", // whole licence texts are written to LICENCES instead
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".svg": "copy" },
    logLevel: "warning",
  });
}

/** The folder of the npm package a bundled source file came from, or undefined for our own files. */
function packageOf(input) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return found?.[1];
}

function licenceOf(folder) {
  const file = readdirSync(join(here, folder)).find((name) => /^licen[cs]e(-mit)?(\.md|\.txt)?$/i.test(name));
  if (!file) throw new Error(`no licence text in ${folder}: it cannot be shipped`);
  const { name, version, license } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
  const text = readFileSync(join(here, folder, file), "utf8")
    .replaceAll("\r\n", "\n")
    .trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

function writeLicences(metafile) {
  const folders = new Set(Object.keys(metafile.inputs).map(packageOf).filter(Boolean));
  const rule = `\n${"=".repeat(78)}\n\n`;
  const head = "Third-party works inside the files of this folder, each with its licence.\n";
  const text = [head, ...[...folders].sort().map(licenceOf)].join(rule);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase();
  const name = `LICENCES-${hash}.txt`;
  writeFileSync(join(target, name), text);
  return name;
}

function withoutHash(output) {
  return basename(output).replace(/-[0-9A-Z]{8}(\.\w+)$/, "$1");
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { metafile } = await bundle();
const manifest = { "LICENCES.txt": writeLicences(metafile) };
for (const output of Object.keys(metafile.outputs)) {
  manifest[withoutHash(output)] = relative(target, join(here, output));
}
const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(target, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
