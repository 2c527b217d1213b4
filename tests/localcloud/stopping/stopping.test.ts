import { expect, it } from 'vitest'
import { stopRounds } from './stop-rounds'

it('the local cloud, asked to stop while functions load nets, loop and wait, ends with 0 and leaves no process', async () => {
  expect(await stopRounds(3, 'SIGTERM', Math.random)).toEqual([])
})

it('the local cloud, killed while functions load nets, loop and wait, leaves no process', async () => {
  expect(await stopRounds(2, 'SIGKILL', Math.random)).toEqual([])
})
