const WHOLE = "const { hooks } = require('@tarojs/runtime')"
const PART = "const hooks = require('@tarojs/runtime').hooks"

/**
 * Webpack loader for the entry of `@tarojs/taro`. Of what `require` gets, webpack leaves out the rest only where the part is named in the
 * same breath; by this one line 15 kB of Taro's runtime that nothing uses were in the main package of each app.
 *
 * @param {string} source
 * @throws Error when Taro writes its entry in another way than this loader knows
 */
module.exports = function requirePart(source) {
  if (!source.includes(WHOLE))
    throw new Error('Taro writes its entry in another way: see kit/build/taro-entry-loader.cjs')
  return source.replace(WHOLE, PART)
}
