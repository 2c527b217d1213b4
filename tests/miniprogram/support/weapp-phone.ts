import { expect } from 'vitest'
import type { DevelopmentAccount } from '#demo/development-client'
import { outputOf } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import type { Phone } from '../../people/walk'
import type { Kept } from '../../screens/look'
import { createCloudWx } from './cloud-wx'
import { createScreenOf } from './find-on-screen'
import { createNavigatingApp } from './navigating-app'
import { createHands, createTapping, type Hands } from './weapp-hands'

/** Where a phone is opened, and by whom it is used. */
export interface WeappPhoneOptions extends Hands {
  readonly app: 'citizen' | 'verifier'
  readonly url: string
  readonly account: DevelopmentAccount
  readonly page: string
  readonly kept: Kept
  /** What this phone has not, or has besides. */
  readonly platform?: object
}

export interface WeappPhone extends Phone {
  /** What the phone keeps. */
  readonly kept: () => Kept
  /** @returns the text of the code on the screen */
  readonly shownCode: () => Promise<string | undefined>
  scan(other: WeappPhone): Promise<void>
}

/** How the person has set up each of their phones. */
const CHOSEN: readonly string[] = ['language', 'elder', 'voice']

/** A phone on which the built app runs in the bare runtime. */
export async function openWeappPhone(options: WeappPhoneOptions): Promise<WeappPhone> {
  const fake = createCloudWx(options.url, options.account)
  for (const [key, value] of Object.entries(options.kept)) fake.stored.set(key, value)
  // Taro leaves its marks on `wx`; the platform hands a restarted app a clean one.
  const start = () => createNavigatingApp(outputOf(options.app, 'weapp'), { ...fake.wx, ...options.platform })
  let running = start()
  const { tap, tryAgain } = createTapping(options, () => screen.page())
  const screen = createScreenOf(() => running, tryAgain)
  await running.app.open(options.page)

  const close = () => running.app.closeAll()

  return {
    ...createHands(options, screen, tap),
    kept: () => Object.fromEntries(fake.stored),
    shownCode: () => fake.screen.scan(),
    scan: (other) =>
      eventually(async () => {
        const code = await other.shownCode()
        expect(code, 'the code on the other phone').toBeDefined()
        const camera = (await screen.look()).find(({ tag }) => tag === 'camera')
        if (camera) await screen.page().dispatch('scancode', camera, { result: code })
        // Another page may be on top by now.
        const page = screen.page()
        expect(page.attributes('camera', 'mode'), `scanning goes on:\n${page.text()}`).toEqual([])
      }),
    async pointAt(picture) {
      fake.surroundings.sight = picture
    },
    async setOnline(isOnline) {
      fake.surroundings.setOnline(isOnline)
    },
    async goTo(route) {
      await running.arrive()
      await running.app.open(route)
    },
    async empty() {
      await close()
      for (const key of fake.stored.keys()) if (!CHOSEN.includes(key)) fake.stored.delete(key)
      running = start()
      await running.app.open(options.page)
    },
    close,
  }
}
