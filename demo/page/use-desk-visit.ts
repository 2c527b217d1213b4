import { SCENARIOS } from '@nansha/shared/scenarios'
import { type RefObject, useState } from 'react'
import { DESKS, type DemoDesk } from '../desks'
import type { Brought } from './brought'
import { useProgress } from './guide'
import { useHeldScreen } from './use-held-screen'
import { useLook } from './use-look'
import type { Scene, VirtualCamera } from './virtual-camera'

/** At which desk the visitor stands, what is held before which camera there, and how far the guide has come. */
export function useDeskVisit(
  cameras: { readonly back: VirtualCamera; readonly desk: VirtualCamera },
  scenes: { readonly card: Scene | undefined; readonly face: Scene | undefined },
  citizen: RefObject<HTMLIFrameElement>,
  companion: RefObject<HTMLIFrameElement>,
) {
  const [desk, setDesk] = useState<DemoDesk>(DESKS[0])
  const [brought, setBrought] = useState<Brought>('nothing')
  useLook(cameras.desk, { nothing: undefined, ...scenes }[brought])

  const citizenScreen = useHeldScreen(cameras.desk, citizen)
  const deskScreen = useHeldScreen(cameras.back, companion)
  const scans = SCENARIOS[desk.scenario].startsFrom === 'holder-qr'
  const done = useProgress(desk, citizen, companion, scans ? citizenScreen : deskScreen)

  const bring = (what: Brought) => {
    citizenScreen.putAway()
    setBrought(what)
  }
  const goTo = (there: DemoDesk) => {
    bring('nothing')
    deskScreen.putAway()
    setDesk(there)
  }
  return { desk, goTo, brought, bring, citizenScreen, deskScreen, scans, done }
}
