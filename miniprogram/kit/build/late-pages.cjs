const path = require('node:path')
const { readConfig } = require('@tarojs/helper')

/** The package of what the first pages show and of what several packages share. It has no page of its own. */
const BASE = 'base'
const LATE = 'late'
const STYLES = 'css/mini-extract'
const loader = require.resolve('./late-page-loader.cjs')

/** @param {string} page its name, e.g. `enrol/card/index` @param {readonly string[]} roots of all packages */
function lateChunk(page, roots) {
  const folder = path.posix.dirname(page)
  return roots.some((root) => page.startsWith(`${root}/`)) ? `${folder}/${LATE}` : `${BASE}/${folder}/${LATE}`
}

/** The style sheet that the platform loads with the page of a late chunk. */
function styleOf(chunk) {
  const folder = path.posix.dirname(chunk)
  return `${folder.startsWith(`${BASE}/`) ? folder.slice(BASE.length + 1) : folder}/index.wxss`
}

/**
 * Keeps the main package small: of each page only the registration is in it. What a page shows is a chunk that lies in the
 * page's package, or in `base`, and is loaded by the platform's `require.async` (docs/decisions/300).
 *
 * @param chain webpack chain of a mini-program
 * @param {{ providers: string }} app the module of the component around every page
 */
function makePagesLate(chain, { providers }) {
  const { subPackages } = readConfig(path.resolve('src/app.config.ts'), {})
  const roots = subPackages.map(({ root }) => root).filter((root) => root !== BASE)
  chain.plugin('latePages').use(LatePages, [{ roots, providers }]).after('miniPlugin')
  chain.plugin('miniCssExtractPlugin').tap(([options]) => [
    {
      ...options,
      runtime: false,
      chunkFilename: ({ chunk }) => (isLate(chunk) ? styleOf(chunk.name) : '[name].wxss'),
    },
  ])
  const { cacheGroups, ...rest } = chain.optimization.get('splitChunks')
  chain.optimization.splitChunks({ ...rest, cacheGroups: { ...cacheGroups, ...shared(cacheGroups, roots) } })
}

const isLate = (chunk) => chunk.name?.endsWith(`/${LATE}`) ?? false
const isAsync = (chunk) => !chunk.canBeInitial()

/** Where a module lies that several chunks use: in the main package if it is needed there, else with those that use it. */
function shared({ common, vendors }, roots) {
  const chunksOf = (module, { chunkGraph }) => [...chunkGraph.getModuleChunks(module)]
  const isInitial = (module, context) => chunksOf(module, context).some((chunk) => chunk.canBeInitial())
  const isScript = (module) => module.type !== STYLES
  const isOnlyOf = (root) => (module, context) =>
    isScript(module) && chunksOf(module, context).every((chunk) => chunk.name?.startsWith(`${root}/`))
  const within = (root) => ({
    name: `${root}/${root}`,
    chunks: isAsync,
    minChunks: 2,
    priority: 8,
    enforce: true,
    test: isOnlyOf(root),
  })
  return {
    // Styles too: a style sheet cannot be loaded later than the page that it belongs to.
    common: { ...common, test: (module, context) => !isScript(module) || isInitial(module, context) },
    vendors: {
      ...vendors,
      test: (module, context) => isInitial(module, context) && vendors.test(module),
    },
    ...Object.fromEntries(roots.map((root) => [root, within(root)])),
    base: {
      name: `${BASE}/${BASE}`,
      chunks: isAsync,
      minChunks: 2,
      priority: 6,
      enforce: true,
      test: (module, context) => isScript(module) && !isInitial(module, context),
    },
  }
}

class LatePages {
  constructor(options) {
    this.options = options
  }

  apply(compiler) {
    const { NormalModule, RuntimeGlobals, RuntimeModule } = compiler.webpack
    const { roots, providers } = this.options

    /** What on the web adds a script element. The platform's tools look for each path in the text of a `require.async`. */
    class LoadByRequireAsync extends RuntimeModule {
      generate() {
        const files = [...this.compilation.chunks]
          .filter(isAsync)
          .map(({ id, name }) => `${JSON.stringify(id)}: () => require.async("./${name}.js")`)
        return `var lateFiles = {${files.join(',\n')}};
${RuntimeGlobals.loadScript} = (url, done, key, chunkId) => {
  lateFiles[chunkId]().then(() => done({ type: "load" }), () => done({ type: "failed" }));
};`
      }
    }
    compiler.hooks.compilation.tap('LatePages', (compilation) => {
      NormalModule.getCompilationHooks(compilation).loader.tap(
        { name: 'LatePages', stage: 1 },
        (_, module) => {
          if (module.miniType !== 'PAGE' || module.loaders[0]?.loader === loader) return
          const options = {
            chunk: lateChunk(module.name, roots),
            providers,
            providersChunk: `${BASE}/providers`,
          }
          module.loaders.unshift({ loader, options })
        },
      )
      compilation.hooks.runtimeRequirementInTree
        .for(RuntimeGlobals.loadScript)
        .tap({ name: 'LatePages', stage: -1 }, (chunk) => {
          compilation.addRuntimeModule(chunk, new LoadByRequireAsync('load by require.async'))
          return true
        })
    })
  }
}

module.exports = { makePagesLate }
