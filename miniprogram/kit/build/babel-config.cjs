const taroPreset = require('babel-preset-taro')

/**
 * Taro's preset, with the option of preset-env that it does not pass on: a fault of one engine is mended alone. Without it every
 * parameter that is taken apart, and every default, is rewritten for the sake of one fault of Safari before 16.3.
 */
function presetOfApps(api, options) {
  const preset = taroPreset(api, options)
  const [, settings] = preset.overrides[0].presets[0]
  settings.bugfixes = true
  return preset
}

/** What Babel makes of the sources for the engines of the apps' browserslist, the same for both apps. */
module.exports = {
  presets: [[presetOfApps, { framework: 'react', ts: true, compiler: 'webpack5' }]],
  // No mini-program has `document.all`, and no class here has a field that hides a setter of its parent.
  assumptions: { noDocumentAll: true, setPublicClassFields: true },
}
