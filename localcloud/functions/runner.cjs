// The whole of a function's process: loads one bundle, then answers one invocation at a time, as a cloud container does.
// Plain CommonJS, because it must start in a few milliseconds.
const { format } = require('node:util')
const { Worker } = require('node:worker_threads')

const [, , bundlePath, megabytes] = process.argv
const limitBytes = Number(megabytes) * 1024 * 1024
let current = null
let identityKeys = []

/** Nobody listens any more when the cloud is gone; the warden ends this process then. */
function tell(message, sent = () => undefined) {
  if (process.connected) process.send(message, undefined, undefined, sent)
}

for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  console[level] = (...values) => {
    tell({ type: 'log', call: current, level, text: format(...values).slice(0, 8000) })
  }
}

// Ctrl-C in a terminal reaches the whole group of processes; the cloud alone decides when its functions end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)

process.on('uncaughtException', (error) => {
  tell({ type: 'crashed', stack: stackOf(error) }, () => process.exit(1))
})

function stackOf(error) {
  return error instanceof Error ? error.stack : format(error)
}

function setIdentity(environment) {
  for (const key of identityKeys) delete process.env[key]
  identityKeys = Object.keys(environment)
  Object.assign(process.env, environment)
}

async function invoke({ call, environment, event, context }) {
  current = call
  setIdentity(environment)
  try {
    const result = await bundle.main(JSON.parse(event), context)
    const text = JSON.stringify(result === undefined ? null : result)
    // The warden looks every 100 ms; a function that never paused since is looked at here.
    if (process.memoryUsage.rss() > limitBytes) tell({ type: 'memory-exceeded' })
    else tell({ type: 'done', call, result: text })
  } catch (error) {
    tell({ type: 'failed', call, stack: stackOf(error) })
  }
}

const bundle = require(bundlePath)
if (typeof bundle.main !== 'function') throw new Error('The bundle exports no function main.')
process.on('message', invoke)
tell({ type: 'ready' })
// After the bundle, whose loading it would slow down: a cold start is what a caller waits for.
new Worker(require.resolve('./warden.cjs'), {
  env: {},
  execArgv: [],
  workerData: { limitBytes },
  resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
})
