// A thread beside the function in its process. It works while the function is in a loop or in native code, and ends the
// process when that takes more memory than its limit, or when the cloud that started it is gone, however it went.
const { writeSync } = require('node:fs')
const { Socket } = require('node:net')
const { workerData } = require('node:worker_threads')

/** The end of a socket pair whose other end the cloud holds; the system closes that when the cloud dies. */
const LIFELINE = 4
const SAMPLE_MILLISECONDS = 100

function endProcess() {
  process.kill(process.pid, 'SIGKILL')
}

new Socket({ fd: LIFELINE }).on('error', endProcess).on('close', endProcess).resume()

setInterval(() => {
  if (process.memoryUsage.rss() <= workerData.limitBytes) return
  writeSync(LIFELINE, 'memory')
  endProcess()
}, SAMPLE_MILLISECONDS)
