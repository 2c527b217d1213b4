import { setTimeout } from 'node:timers/promises'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { createJws } from '@nansha/shared/jws/create-jws'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { outputOf } from '#scripts/spawn-taro'
import { createDeployment } from '../../miniprogram/citizen/support/deployment'
import { startHeldPhone } from '../../miniprogram/citizen/support/held-phone'
import { createNavigatingApp } from '../../miniprogram/support/navigating-app'
import type { WeappPage } from '../../miniprogram/support/weapp-page'
import { createWx } from '../../miniprogram/support/wx'
import { median } from '../median'

/** Milliseconds of processor time, so that the machine's other work does not count; the middle of the rounds. */
export interface CodeCost {
  /** From the start of the app to the first page with the card. */
  readonly opening: number
  /** From there to the code, by two taps; what the tests' runtime does in place of the platform is in it. */
  readonly code: number
  /** A signature of the same library. */
  readonly bare: number
}

const WARM_UP = 3

/** A phone that fetched its handles before, and has no network: nothing of the cloud is measured. */
export async function measureCode(rounds: number): Promise<CodeCost> {
  const stored = await storedOfPhone()
  const key = createHolderKey(new Uint8Array(48).fill(3))
  const times = { opening: [] as number[], code: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds + WARM_UP; round++) {
    const { opening, code } = await showCode(new Map(stored))
    times.opening.push(opening)
    times.code.push(code)
    const start = process.cpuUsage()
    createJws(key.privateKey, { typ: 'kb+jwt' }, { nonce: 'nonce' })
    times.bare.push(since(start))
  }
  const middle = (of: readonly number[]) => median(of.slice(WARM_UP))
  return { opening: middle(times.opening), code: middle(times.code), bare: middle(times.bare) }
}

async function storedOfPhone(): Promise<ReadonlyMap<string, string>> {
  const { app, stored } = await startHeldPhone(await createDeployment())
  await app.open('/home/index')
  await until(() => stored.has('handles'))
  return stored
}

async function showCode(stored: ReadonlyMap<string, string>) {
  const fake = createWx(
    () => {
      throw new Error('request:fail')
    },
    () => false,
  )
  for (const [name, value] of stored) fake.stored.set(name, value)
  const getRandomValues = ({ length, success }: { length: number; success: (result: object) => void }) =>
    success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer })

  const start = process.cpuUsage()
  const { app, arrive } = createNavigatingApp(outputOf('citizen', 'weapp'), { ...fake.wx, getRandomValues })
  const home = await app.open('/home/index')
  await says(() => home, HOME.present.zh)
  const opening = since(start)

  const opened = process.cpuUsage()
  await home.tap(HOME.present.zh)
  await arrive()
  const top = () => app.pages.at(-1) as WeappPage
  await says(top, PRESENT.approve.zh)
  await top().tap(PRESENT.approve.zh)
  await says(top, '秒后自动更新')
  const code = since(opened)
  await app.closeAll()
  return { opening, code }
}

const says = (page: () => WeappPage, words: string) => until(() => page().text().includes(words))

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(5)
}

function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
