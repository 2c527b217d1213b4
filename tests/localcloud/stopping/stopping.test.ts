import { expect, it } from 'vitest'
import { stopRounds } from './stop-rounds'

it('asked to stop while functions load nets, loop and wait, it ends with 0 and leaves no process', async () => {
  expect(await stopRounds(3, 'SIGTERM', Math.random)).toEqual([])
}, 600_000)

it('killed while functions load nets, loop and wait, it leaves no process', async () => {
  expect(await stopRounds(2, 'SIGKILL', Math.random)).toEqual([])
}, 600_000)
