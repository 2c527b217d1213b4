import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Order } from './orders'

/** The cloud's process; whatever it did not answer when it was killed is asked again of the next one. */
export function createKillableCloud(dataDir: string, authorityUrl: string) {
  let child: ChildProcess | undefined
  let [asked, killed] = [0, 0]

  const askOnce = async (order: Order, killAfter?: number) => {
    child ??= await start(dataDir, authorityUrl)
    const answer = await askProcess(child, { id: ++asked, order }, killAfter)
    if (answer === 'killed') child = undefined
    return answer
  }
  return {
    /** @param killAfter milliseconds after which it is killed, if it is still at it */
    async ask(order: Order, killAfter?: number): Promise<unknown> {
      let answer = await askOnce(order, killAfter)
      if (answer !== 'killed' && killAfter !== undefined) {
        // It was quicker: then it is killed between two orders.
        child?.kill('SIGKILL')
        child = undefined
        killed++
      }
      while (answer === 'killed') {
        killed++
        answer = await askOnce(order)
      }
      return answer.result
    },
    kills: () => killed,
    stop: () => void child?.kill('SIGKILL'),
  }
}

function start(dataDir: string, authorityUrl: string): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const started = fork(path.join(import.meta.dirname, 'desk-worker.ts'), [dataDir, authorityUrl], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.once('message', () => resolve(started))
    started.once('exit', (code) => reject(new Error(`The cloud ended at its start: ${code}`)))
  })
}

/** @param killAfter milliseconds after which the process is killed, if it has not answered */
function askProcess(
  running: ChildProcess,
  message: { readonly id: number; readonly order: Order },
  killAfter: number | undefined,
): Promise<{ result?: unknown } | 'killed'> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      running.off('message', onMessage)
      running.off('exit', onExit)
      clearTimeout(timer)
    }
    const onMessage = (answer: { id?: number; result?: unknown; fault?: string }) => {
      if (answer.id !== message.id) return
      settle()
      if (answer.fault === undefined) resolve(answer)
      else reject(new Error(answer.fault))
    }
    const onExit = () => {
      settle()
      resolve('killed')
    }
    const timer =
      killAfter === undefined ? undefined : setTimeout(() => void running.kill('SIGKILL'), killAfter)
    running.on('message', onMessage)
    running.once('exit', onExit)
    running.send(message)
  })
}
