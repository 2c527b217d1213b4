import { createScreen } from './screen'
import { createAudioContext, createPlayer } from './wx-sound'

type Callbacks = { success?: (result: object) => void; fail?: (error: object) => void }

export interface FakeWx {
  readonly wx: Record<string, unknown>
  /** What the encrypted storage holds. */
  readonly stored: Map<string, string>
  /** Pages the app asked for, `navigateTo /pages/…`. */
  readonly went: string[]
  /** What the bar of the page on top says, and the bar of tabs, null while it is hidden. */
  readonly bar: { title: string; tabs: Record<number, string> | null }
  /** What the person answers when the platform asks whether messages may be sent. */
  readonly consent: { answer: 'accept' | 'reject' }
  /** Other calls worth seeing, by name. */
  readonly called: string[]
  readonly screen: Pick<ReturnType<typeof createScreen>, 'scan'>
}

/** What the fakes below write down, and what the test has the person answer. */
type Recorded = Pick<FakeWx, 'called' | 'went' | 'bar' | 'consent'>

/**
 * The platform's functions that the apps may call; anything else is `undefined` and throws when called.
 *
 * @param answer stands in for localcloud, at which a local build asks; throwing stands for a dead line
 * @param hasNetwork what the platform says of the network
 */
export function createWx(
  answer: (name: string, event: unknown) => unknown,
  hasNetwork: () => boolean = () => true,
): FakeWx {
  const stored = new Map<string, string>()
  const screen = createScreen()
  const recorded: Recorded = {
    called: [],
    went: [],
    bar: { title: '', tabs: {} },
    consent: { answer: 'accept' },
  }
  const wx = {
    ...createNetwork(answer, hasNetwork),
    ...createStorage(stored),
    ...createNavigation(recorded),
    ...createDevice(recorded),
    ...createConsents(recorded),
    createSelectorQuery: screen.createSelectorQuery,
  }
  return { wx, stored, screen, ...recorded }
}

/** Calls `success` and remembers the name. */
function noting(called: string[], name: string) {
  return (options: Callbacks) => {
    called.push(name)
    options?.success?.({})
  }
}

function createNetwork(answer: (name: string, event: unknown) => unknown, hasNetwork: () => boolean) {
  return {
    request: ({ url, data, success, fail }: Callbacks & { url: string; data: unknown }) => {
      const name = url.split('/functions/')[1] ?? ''
      Promise.resolve()
        .then(() => answer(name, data))
        .then(
          (result) => success?.({ statusCode: 200, data: { result } }),
          () => fail?.({ errMsg: 'request:fail' }),
        )
    },
    getNetworkType: ({ success }: Callbacks) => success?.({ networkType: hasNetwork() ? 'wifi' : 'none' }),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
  }
}

/** Keeps what is stored encrypted and nothing else. */
function createStorage(stored: Map<string, string>) {
  return {
    getStorage: ({ key, encrypt, success, fail }: Callbacks & { key: string; encrypt?: boolean }) => {
      const data = encrypt === true ? stored.get(key) : undefined
      if (data === undefined) fail?.({ errMsg: 'getStorage:fail data not found' })
      else success?.({ data })
    },
    setStorage: ({
      key,
      data,
      encrypt,
      success,
    }: Callbacks & { key: string; data: string; encrypt?: boolean }) => {
      if (encrypt === true) stored.set(key, data)
      success?.({})
    },
    removeStorage: ({ key, success }: Callbacks & { key: string }) => {
      stored.delete(key)
      success?.({})
    },
  }
}

function createNavigation({ went, called, bar }: Recorded) {
  const go = (name: string) => (options: Callbacks & { url?: string }) => {
    went.push(`${name} ${options.url ?? ''}`.trim())
    options.success?.({})
  }
  return {
    getEnterOptionsSync: () => ({ scene: 1001, path: '', query: {}, referrerInfo: {} }),
    nextTick: (work: () => void) => setTimeout(work, 0),
    pageScrollTo: noting(called, 'pageScrollTo'),
    setNavigationBarTitle: ({ title, success }: Callbacks & { title: string }) => {
      bar.title = title
      success?.({})
    },
    hideShareMenu: noting(called, 'hideShareMenu'),
    ...createTabs(bar),
    switchTab: go('switchTab'),
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    reLaunch: go('reLaunch'),
    navigateBack: go('navigateBack'),
    navigateBackMiniProgram: ({ extraData, success }: Callbacks & { extraData?: object }) => {
      went.push(`navigateBackMiniProgram ${JSON.stringify(extraData)}`)
      success?.({})
    },
  }
}

function createTabs(bar: Recorded['bar']) {
  const labels: Record<number, string> = {}
  const show = (shown: boolean) => (options: Callbacks) => {
    bar.tabs = shown ? { ...labels } : null
    options?.success?.({})
  }
  return {
    setTabBarItem: ({ index, text, success }: Callbacks & { index: number; text: string }) => {
      labels[index] = text
      success?.({})
    },
    showTabBar: show(true),
    hideTabBar: show(false),
  }
}

/** Screen, sound, touch and chance. */
function createDevice({ called }: Recorded) {
  return {
    getAppBaseInfo: () => ({ fontSizeSetting: 20, SDKVersion: '3.8.12' }),
    getRandomValues: ({ length, success }: Callbacks & { length: number }) => {
      success?.({ randomValues: new Uint8Array(length).map((_, index) => (index * 37 + 11) % 256).buffer })
    },
    setKeepScreenOn: noting(called, 'setKeepScreenOn'),
    setVisualEffectOnCapture: noting(called, 'setVisualEffectOnCapture'),
    getScreenBrightness: ({ success }: Callbacks) => success?.({ value: 0.4 }),
    setScreenBrightness: ({ value, success }: Callbacks & { value: number }) => {
      called.push(`setScreenBrightness ${value}`)
      success?.({})
    },
    vibrateShort: noting(called, 'vibrateShort'),
    vibrateLong: noting(called, 'vibrateLong'),
    createWebAudioContext: () => createAudioContext(called),
    setInnerAudioOption: noting(called, 'setInnerAudioOption'),
    createInnerAudioContext: () => createPlayer(called),
  }
}

/** What asks the person: a fingerprint, a setting, whether messages may come. */
function createConsents({ called, consent }: Recorded) {
  return {
    checkIsSupportSoterAuthentication: ({ success }: Callbacks) =>
      success?.({ supportMode: ['fingerPrint'] }),
    checkIsSoterEnrolledInDevice: ({ success }: Callbacks) => success?.({ isEnrolled: true }),
    startSoterAuthentication: ({ challenge, success }: Callbacks & { challenge: string }) => {
      called.push(`startSoterAuthentication ${challenge}`)
      success?.({ resultJSON: JSON.stringify({ raw: challenge }), resultJSONSignature: 'c2lnbmVk' })
    },
    openSetting: ({ success }: Callbacks) => success?.({ authSetting: { 'scope.camera': true } }),
    requestSubscribeMessage: ({ tmplIds, success }: Callbacks & { tmplIds: readonly string[] }) => {
      called.push(`requestSubscribeMessage ${tmplIds}`)
      success?.(Object.fromEntries(tmplIds.map((id) => [id, consent.answer])))
    },
  }
}
