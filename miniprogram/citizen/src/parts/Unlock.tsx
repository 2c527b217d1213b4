import { canPlatformFilm } from '@nansha/kit/camera/platform-filming'
import { IS_LOCAL } from '@nansha/kit/cloud/settings'
import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import type { ErrorCode } from '@nansha/shared/errors'
import {
  type Assurance,
  isAtLeast,
  SCENARIOS,
  type ScenarioName,
  UNLOCK_RULES,
} from '@nansha/shared/scenarios'
import { useEffect, useState } from 'react'
import { PAGES } from '../pages'
import { useWallet } from '../wallet/use-wallet'
import { BiometricUnlock } from './BiometricUnlock'
import { FailureNotice } from './FailureNotice'
import { PIN_LENGTH, PinField } from './PinField'
import { useBiometric } from './use-biometric'

const TEXTS = {
  title: { zh: '输入出示密码', en: 'Enter your PIN' },
  lead: { zh: '确认是您本人在使用这部手机。', en: 'This confirms that you are the one holding this phone.' },
  pin: { zh: '6位出示密码', en: '6-digit PIN' },
  unlock: { zh: '确认', en: 'Confirm' },
  noPin: { zh: '先设置出示密码', en: 'Set a PIN first' },
  noPinLead: {
    zh: '这一步需要用出示密码确认是您本人。设置后回到这里继续。',
    en: 'This step needs a PIN to confirm that it is you. Set one, then continue here.',
  },
  setPin: { zh: '去设置出示密码', en: 'Set a PIN' },
  face: { zh: '改用刷脸', en: 'Verify my face instead' },
  forgot: { zh: '忘了出示密码，刷脸重设', en: 'I forgot my PIN' },
} as const

/** After the first mistake a holder who forgot the PIN is offered another way. */
const FORGOTTEN: readonly ErrorCode[] = ['PIN_WRONG', 'PIN_BLOCKED', 'ATTEMPTS_EXHAUSTED']

export interface UnlockProps {
  /** What the unlock is for, when it is for one thing: where no fresh face is asked for, the phone's own lock will do. */
  readonly scenario?: ScenarioName
  readonly onUnlocked: () => void
  readonly onBack: () => void
}

/** The PIN, which the server counts; or the holder's face, or the phone's own lock, where that will do. */
export function Unlock({ scenario, onUnlocked, onBack }: UnlockProps) {
  const say = useSay()
  const { wallet } = useWallet()
  const state = useStore(wallet.store)
  const hasPin = state.phase === 'held' && state.hasPin
  const [pin, setPin] = useState('')
  const biometric = useBiometric()
  const [setsUpBiometric, setSetsUpBiometric] = useState(false)
  const { isRunning, failure, run } = useTask()
  const faceAt = state.phase === 'held' ? state.faceAt : 0
  const [faceBefore] = useState(faceAt)
  useEffect(() => {
    if (faceAt > faceBefore) onUnlocked()
  }, [faceAt])

  const unlock = () =>
    run(async () => {
      setPin('')
      await wallet.unlock(pin)
      if (setsUpBiometric) await biometric.unlock().catch(() => false) // the PIN was enough for now
      onUnlocked()
    })

  return (
    <>
      <Heading
        title={say(hasPin ? TEXTS.title : TEXTS.noPin)}
        lead={say(hasPin ? TEXTS.lead : TEXTS.noPinLead)}
      />
      {hasPin && <PinField label={say(TEXTS.pin)} value={pin} onChange={setPin} />}
      <FailureNotice failure={failure} />
      {hasPin ? (
        <Button
          label={say(TEXTS.unlock)}
          disabled={pin.length < PIN_LENGTH}
          busy={isRunning}
          onPress={unlock}
        />
      ) : (
        <Button label={say(TEXTS.setPin)} onPress={() => open(PAGES.pin)} />
      )}
      {scenario && takesBiometric(scenario) && (
        <BiometricUnlock
          biometric={biometric}
          needsPin={setsUpBiometric}
          onNeedsPin={() => setSetsUpBiometric(true)}
          onUnlocked={onUnlocked}
        />
      )}
      {state.phase === 'held' && takesFace(scenario, state.identity.assurance) && (
        <Button kind="secondary" label={say(TEXTS.face)} onPress={() => open(PAGES.face)} />
      )}
      {hasPin && failure && FORGOTTEN.includes(failure.code) && (
        <Button kind="secondary" label={say(TEXTS.forgot)} onPress={() => open(`${PAGES.pin}?forgotten=1`)} />
      )}
      <Button kind="quiet" label={say(COMMON.back)} onPress={onBack} />
    </>
  )
}

/**
 * Whether showing the face here helps: where it must be filmed by the platform, only if that is how this deployment and
 * this phone do it. A local cloud takes any face.
 */
function takesFace(scenario: ScenarioName | undefined, assurance: Assurance): boolean {
  const { weakestFace } = scenario ? UNLOCK_RULES[SCENARIOS[scenario].unlock] : {}
  if (weakestFace === undefined || IS_LOCAL) return true
  return isAtLeast(assurance, weakestFace, false) && canPlatformFilm()
}

function takesBiometric(scenario: ScenarioName): boolean {
  return SCENARIOS[scenario].unlock === 'pin-or-biometric'
}
