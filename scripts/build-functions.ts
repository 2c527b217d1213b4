import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readDeployment } from '@nansha/localcloud/deployment'
import { type BuildOptions, build } from 'esbuild'
import * as v from 'valibot'
import { REPOSITORY } from './project-folders'
import { shippedModules } from './shipped-modules'

const sources = path.join(REPOSITORY, 'cloudfunctions')

/** Where bundles go, for localcloud and for WeChat DevTools (`cloudfunctionRoot`). */
export const FUNCTIONS_OUTPUT = path.join(REPOSITORY, 'dist/cloudfunctions')

/** Unpacked, of one function (documentation of cloud functions). */
const PACKAGE_LIMIT_BYTES = 500e6

/** A function's package.json: `dependencies` stay outside the bundle, `assets` are copied beside it. */
const manifestSchema = v.object({
  name: v.string(),
  version: v.string(),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
  assets: v.optional(v.record(v.string(), v.string()), {}),
})

/**
 * Bundles every cloud function. Dependencies that must be shipped are left
 * to `require`: on this machine they are found in the repository's node_modules, and package-functions.ts puts them beside
 * the bundle.
 *
 * @throws Error when a function with all it ships is larger than the platform takes
 */
export async function buildFunctions(options: { readonly printSizes: boolean }): Promise<void> {
  const started = Date.now()
  // Built aside and moved into place: a cloud that runs meanwhile never finds half a function.
  const aside = `${FUNCTIONS_OUTPUT}.${process.pid}`
  const names = await functionNames()
  const built = await Promise.all(names.map((name) => buildFunction(name, aside)))
    .then((results) => moveIntoPlace(results, aside))
    .finally(() => rm(aside, { recursive: true, force: true }))
  console.log(`${built.length} functions built in ${Date.now() - started} ms`)
  if (options.printSizes) for (const one of built) console.log(`  ${describeSize(one)}`)
  const oversized = built.filter((one) => packageBytes(one) > PACKAGE_LIMIT_BYTES).map(({ name }) => name)
  if (oversized.length > 0) throw new Error(`Too large for the platform: ${oversized.join(', ')}.`)
}

interface BuiltFunction {
  readonly name: string
  readonly bytes: number
  readonly assetBytes: number
  /** Of the packages that are shipped beside the bundle as node_modules. */
  readonly moduleBytes: number
}

const packageBytes = ({ bytes, assetBytes, moduleBytes }: BuiltFunction) => bytes + assetBytes + moduleBytes

function describeSize(built: BuiltFunction): string {
  const { name, bytes, assetBytes, moduleBytes } = built
  const parts = [kilobytes(bytes)]
  if (assetBytes > 0) parts.push(`${kilobytes(assetBytes)} assets`)
  if (moduleBytes > 0) parts.push(`${kilobytes(moduleBytes)} node_modules`)
  if (parts.length === 1) return `${name}: ${parts[0]}`
  const share = `${(packageBytes(built) / 1e6).toFixed(0)} of ${PACKAGE_LIMIT_BYTES / 1e6} MB`
  return `${name}: ${parts.join(' + ')} = ${share}`
}

/** The folders under cloudfunctions that hold a function. */
export async function functionNames(): Promise<string[]> {
  const entries = await readdir(sources, { withFileTypes: true, recursive: true })
  const depth = sources.split(path.sep).length
  return entries
    .filter((entry) => entry.name === 'index.ts' && entry.parentPath.split(path.sep).length === depth + 1)
    .map((entry) => path.basename(entry.parentPath))
    .sort()
}

/** How one function is bundled; `npm run dev` watches with the same settings. */
export async function bundleOptions(name: string, output: string): Promise<BuildOptions> {
  const { dependencies } = await readManifest(name)
  return {
    entryPoints: [path.join(sources, name, 'index.ts')],
    outfile: path.join(output, name, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Bundled ES modules that look beside themselves (onnxruntime-web) have no import.meta in CommonJS.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    external: Object.keys(dependencies).flatMap((dependency) => [dependency, `${dependency}/*`]),
    legalComments: 'none',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
    metafile: true,
  }
}

/** What a function's folder says of its limits, from the one place where they are declared, beside its triggers and permissions. */
async function readConfig(name: string): Promise<object> {
  const own = v.parse(
    v.record(v.string(), v.unknown()),
    JSON.parse(await readFile(path.join(sources, name, 'config.json'), 'utf8')),
  )
  const limits = readDeployment(path.join(sources, 'deploy')).functions.find((one) => one.name === name)
  if (!limits) throw new Error(`cloudfunctions/deploy/functions.json does not name ${name}.`)
  return { ...own, timeout: limits.timeout, memorySize: limits.memorySize }
}

/** Copies what stands beside the bundle: config.json, package.json and assets; answers the bytes of the assets. */
export async function copyBeside(name: string, output: string): Promise<number> {
  const folder = path.join(output, name)
  const { name: packageName, version, dependencies, assets } = await readManifest(name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const manifest = { name: packageName, version, main: 'index.js', dependencies }
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeFile(path.join(folder, 'config.json'), `${JSON.stringify(await readConfig(name), null, 2)}\n`)
  let bytes = 0
  for (const [target, source] of Object.entries(assets)) {
    const content = await readFile(path.join(REPOSITORY, source))
    await mkdir(path.dirname(path.join(folder, target)), { recursive: true })
    await writeFile(path.join(folder, target), content)
    bytes += content.length
  }
  return bytes
}

async function moveIntoPlace(
  built: readonly BuiltFunction[],
  aside: string,
): Promise<readonly BuiltFunction[]> {
  await mkdir(FUNCTIONS_OUTPUT, { recursive: true })
  for (const { name } of built) {
    await rm(path.join(FUNCTIONS_OUTPUT, name), { recursive: true, force: true })
    await rename(path.join(aside, name), path.join(FUNCTIONS_OUTPUT, name))
  }
  return built
}

async function buildFunction(name: string, output: string): Promise<BuiltFunction> {
  const assetBytes = await copyBeside(name, output)
  const { metafile } = await build(await bundleOptions(name, output))
  const bytes = Object.values(metafile?.outputs ?? {}).reduce((sum, output) => sum + output.bytes, 0)
  const { dependencies } = await readManifest(name)
  const shipped = await shippedModules(Object.keys(dependencies), REPOSITORY)
  const moduleBytes = shipped.reduce((sum, file) => sum + file.bytes, 0)
  return { name, bytes, assetBytes, moduleBytes }
}

/** What a function ships, from its package.json. */
export async function readManifest(name: string) {
  const file = path.join(sources, name, 'package.json')
  return v.parse(manifestSchema, JSON.parse(await readFile(file, 'utf8')))
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
