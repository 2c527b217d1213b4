// Runs inside a worker thread: loads one bundle, then answers one invocation at a time, as a cloud container does.
// Plain CommonJS, because it must load in a bare worker in a few milliseconds.
const { format } = require('node:util')
const { parentPort, workerData } = require('node:worker_threads')

const MEGABYTE = 1024 * 1024
let current = null
let identityKeys = []

for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  console[level] = (...values) => {
    parentPort.postMessage({ type: 'log', call: current, level, text: format(...values).slice(0, 8000) })
  }
}

/** The heap has a limit of its own (resourceLimits); buffers and wasm live outside it. */
function checkMemory() {
  const { heapUsed, external } = process.memoryUsage()
  if ((heapUsed + external) / MEGABYTE <= workerData.memorySize) return true
  parentPort.postMessage({ type: 'memory-exceeded', call: current })
  return false
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
    if (checkMemory()) parentPort.postMessage({ type: 'done', call, result: text })
  } catch (error) {
    const stack = error instanceof Error ? error.stack : format(error)
    parentPort.postMessage({ type: 'failed', call, stack })
  }
}

const bundle = require(workerData.bundle)
if (typeof bundle.main !== 'function') throw new Error('The bundle exports no function main.')
setInterval(checkMemory, 100).unref()
parentPort.on('message', invoke)
parentPort.postMessage({ type: 'ready' })
