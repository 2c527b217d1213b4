const path = require('node:path')
const TerserPlugin = require('terser-webpack-plugin')
const { readBuildSettings } = require('./build-settings.cjs')
const { makePagesLate } = require('./late-pages.cjs')
const { TabIcons } = require('./tab-icons.cjs')

const repository = path.resolve(__dirname, '../../..')
const fromNodeModules = (name) => new RegExp(`[\\\\/]node_modules[\\\\/]${name}[\\\\/]`)

/** The apps and these packages are written for newer engines than some supported phones have: they are transpiled. */
const include = [
  path.join(repository, 'shared'),
  path.join(repository, 'miniprogram', 'kit'),
  fromNodeModules('@noble'),
  fromNodeModules('uqr'),
  fromNodeModules('valibot'),
  fromNodeModules('fflate'),
  fromNodeModules('zxing-wasm'),
]

/** What Taro's own chain leaves open on a platform: which files are meant, and how the scripts are minified. */
function completeChain(platform) {
  return (chain) => {
    // Of the language, all that the oldest supported engines know (the apps' browserslist); Taro's default is ES5.
    chain.target(['web', 'es2018'])
    preferPlatformFiles(chain, platform)
    if (chain.get('mode') === 'production') nameBriefly(chain)
    if (platform === 'weapp' || chain.get('mode') === 'production') minifyBySwc(chain)
  }
}

/** Modules, chunks and what they export get the shortest names; webpack's default keeps them the same from build to build. */
function nameBriefly({ optimization }) {
  for (const option of ['moduleIds', 'chunkIds', 'mangleExports']) optimization.set(option, 'size')
}

/**
 * Taro minifies with terser, which takes a third of the build and leaves 2 % more (docs/decisions/275). What is watched for the
 * developer tools is not minified, but loses what nothing calls: some of it needs what a phone does not have.
 */
function minifyBySwc(chain) {
  const isWatched = chain.get('mode') === 'development'
  chain.optimization.minimize(true)
  chain.optimization.minimizers.delete('terserPlugin')
  chain.optimization.minimizer('swc').use(TerserPlugin, [
    {
      minify: TerserPlugin.swcMinify,
      parallel: false,
      extractComments: false,
      terserOptions: {
        // Each file has a scope of its own; without `toplevel`, unused functions stay in modules that are arrow functions.
        // It goes over the code until nothing is left to remove (0): a class that an unused function made goes with it.
        compress: isWatched ? UNCALLED : { keep_fargs: false, toplevel: true, passes: 0 },
        mangle: isWatched ? false : { safari10: true },
        format: isWatched ? { beautify: true } : { comments: false },
      },
    },
  ])
}

/** Options of the minifier that take away functions and values that nothing names, and change nothing else. */
const UNCALLED = { defaults: false, dead_code: true, side_effects: true, toplevel: true, unused: true }

/** Resolves `x` to `x.weapp.ts` or `x.h5.ts` also behind a package name, which Taro's own plugin does not. */
function preferPlatformFiles(chain, platform) {
  const files = ['.tsx', '.ts'].map((extension) => `.${platform}${extension}`)
  chain.resolve.extensions.clear()
  for (const extension of [...files, '.tsx', '.ts', '.mjs', '.js', '.json']) {
    chain.resolve.extensions.add(extension)
  }
  chain.module
    .rule('wasm')
    .test(/\.(wasm|bin)$/)
    .type('asset/resource')
}

/** Keeps out of the main package what of Taro's runtime nothing uses. */
function requirePartOfTaro({ module }) {
  const loader = require.resolve('./taro-entry-loader.cjs')
  module.rule('taroEntry').include.add(require.resolve('@tarojs/taro')).end().use('part').loader(loader)
}

/**
 * What must lie beside app.json: the chat app's search is to leave all pages alone; the colours of the platform's bars; what is said,
 * in the folders of its packages.
 */
function besideApp() {
  if (process.env.TARO_ENV !== 'weapp') return []
  const { NANSHA_OUTPUT: output, NANSHA_VOICE: voice } = process.env
  const files = ['sitemap.json', 'theme.json'].map((name) => ({
    from: path.join(__dirname, name),
    to: `${output}/${name}`,
  }))
  return voice === undefined ? files : [...files, { from: voice, to: output, toType: 'dir' }]
}

/**
 * The build of one Taro app, the same for both; run from the app's folder by scripts/build-apps.ts, which also
 * says in NANSHA_OUTPUT where to.
 * Sizes are written in px and rem-like units on purpose, so Taro's px transform is off (kit/ui/tokens.scss).
 *
 * @param {{ name: string }} app folder under miniprogram/
 */
module.exports = function taroConfig(app) {
  const settings = readBuildSettings(app.name, process.env.TARO_ENV, process.env)
  const postcss = { pxtransform: { enable: false }, cssModules: { enable: false } }
  return {
    projectName: `nansha-${app.name}`,
    sourceRoot: 'src',
    outputRoot: process.env.NANSHA_OUTPUT,
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    framework: 'react',
    plugins: ['@tarojs/plugin-framework-react', path.join(__dirname, 'aria-plugin.cjs')],
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    defineConstants: Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
    ),
    copy: { patterns: besideApp() },
    // The deepest page has eleven elements in one another; each level costs 4 kB of the first download.
    baseLevel: 12,
    mini: {
      postcss,
      compile: { include },
      // Its way of sharing modules among packages copies them; late-pages.cjs has another.
      optimizeMainPackage: { enable: false },
      // Nothing sets HTML; its parser is 15 kB.
      runtime: { enableInnerHTML: false },
      // Class names are unique (BEM), so the order of the sheets means nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain(chain) {
        completeChain('weapp')(chain)
        requirePartOfTaro(chain)
        makePagesLate(chain, { providers: path.resolve('src/providers') })
        chain.plugin('tabIcons').use(TabIcons)
      },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      postcss,
      compile: { include },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      enableExtract: true,
      miniCssExtractPluginOption: { filename: 'css/[name].[contenthash:8].css', ignoreOrder: true },
      webpackChain: completeChain('h5'),
    },
  }
}
