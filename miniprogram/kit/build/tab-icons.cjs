const { readFileSync } = require('node:fs')
const path = require('node:path')
const { readConfig } = require('@tarojs/helper')
const sharp = require('sharp')

/** In px, as the platform advises. */
const SIZE = 81
/** Seen on the light bar and on the dark one: 3.9 : 1 or more on both. */
const COLOURS = { '': '#6b7684', '-selected': '#2f7de1' }
const drawings = path.join(__dirname, '../ui/Icon/icon.scss')

/** The outline of a sign of the apps, as SVG path data. */
function outlineOf(icon) {
  const outline = new RegExp(`'${icon}': '([^']+)'`).exec(readFileSync(drawings, 'utf8'))?.[1]
  if (outline === undefined) throw new Error(`${drawings} draws no ${icon}`)
  return outline
}

/** @returns {Promise<Buffer>} PNG */
function draw(icon, colour) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 30 30" width="${SIZE}" height="${SIZE}"><path fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" d="${outlineOf(icon)}"/></svg>`
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
}

/** The platform's bar of tabs wants pictures: they are drawn from the same outlines as the signs on the pages. */
class TabIcons {
  apply(compiler) {
    const { tabBar } = readConfig(path.resolve('src/app.config.ts'), {})
    const icons = (tabBar?.list ?? []).map(({ iconPath }) => path.basename(iconPath, '.png'))
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('TabIcons', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
      compilation.hooks.processAssets.tapPromise({ name: 'TabIcons', stage }, async () => {
        for (const icon of icons)
          for (const [state, colour] of Object.entries(COLOURS))
            compilation.emitAsset(`tabs/${icon}${state}.png`, new sources.RawSource(await draw(icon, colour)))
      })
    })
  }
}

module.exports = { TabIcons }
