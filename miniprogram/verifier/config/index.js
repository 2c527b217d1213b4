module.exports = require('../../kit/build/taro-config.cjs')({ name: 'verifier' })
