const PAGE = /^import component from ("[^\n]+")$/m

/**
 * Webpack loader that runs after Taro's page loader: the page is registered at once, as the platform demands, and what
 * it shows is fetched from its package.
 *
 * @this {import('webpack').LoaderContext<{ chunk: string, providers: string, providersChunk: string }>}
 * @param {string} source what Taro's page loader wrote
 * @throws Error when Taro's loader writes pages in another way than this one knows
 */
module.exports = function makeLate(source) {
  const { chunk, providers, providersChunk } = this.getOptions()
  const page = PAGE.exec(source)?.[1]
  if (page === undefined)
    throw new Error('Taro writes pages in another way: see kit/build/late-page-loader.cjs')
  const fetching = (name, request) => `import(/* webpackChunkName: "${name}" */ ${request})`
  const load = [fetching(providersChunk, JSON.stringify(providers)), fetching(chunk, page)].join(', ')
  return source.replace(
    PAGE,
    () =>
      `import { createLatePage } from '@nansha/kit/late/late-page'\nvar component = createLatePage(() => Promise.all([${load}]))`,
  )
}
