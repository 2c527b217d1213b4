module.exports = require('../kit/build/babel-config.cjs')
