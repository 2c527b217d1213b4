// What a cold start is measured against: the same bundle in a worker thread, as localcloud ran functions before.
const { parentPort, workerData } = require('node:worker_threads')

const { main } = require(workerData)
parentPort.on('message', async (event) => parentPort.postMessage(JSON.stringify(await main(event, {}))))
parentPort.postMessage('ready')
