const { ariaComponents } = require('./aria-components.cjs')

/** Taro plugin: lets aria attributes through the generated template, and through the runtime that numbers attributes. */
module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.template === undefined) return
      platform.template.mergeComponents(context, ariaComponents)
      platform.runtimePath = [platform.runtimePath, require.resolve('./aria-runtime.js')].flat()
    },
  })
}
