/**
 * `npm run bench:qr [-- --json FILE] [--trials 20]`: how much each code carries and how well a camera reads it.
 * `npm run bench:qr -- classes [--trials 20] [--photos DIR]`: how well the browser build of the kit reads pictures of each class.
 */
import { parseArgs } from 'node:util'
import { benchClasses } from './bench-classes'
import { benchCodes } from './bench-codes'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    trials: { type: 'string', default: '20' },
    photos: { type: 'string' },
  },
})
const trials = Number(values.trials)
if (positionals[0] === 'classes') await benchClasses({ trials, photos: values.photos })
else await benchCodes({ trials, json: values.json })
