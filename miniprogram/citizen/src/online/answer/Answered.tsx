import { canLeaveTo, leaveTo } from '@nansha/kit/device/leave-to'
import { returnFromJump } from '@nansha/kit/device/mini-program-jump'
import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import { View } from '@tarojs/components'
import { goHome } from '../../pages'
import { PortalEntry } from '../../parts/PortalEntry'
import type { PortalAnswered } from '../answer-portal'
import { TEXTS } from '../texts'
import './answered.scss'

/** The code for the page that asked; on the phone on which that page or mini-program is open, the way back to it. */
export function Answered({ answered }: { readonly answered: PortalAnswered }) {
  const say = useSay()
  const { sessionCode, returnTo, returnsByJump, receipt } = answered
  const canReturn = returnTo !== undefined && (returnsByJump || canLeaveTo)
  const goBack = (address: string) =>
    returnsByJump ? returnFromJump({ redirect_uri: address }) : leaveTo(address)
  const digits = `${sessionCode.slice(0, 3)} ${sessionCode.slice(3)}`
  return (
    <StatusScreen
      kind={canReturn ? 'good' : 'info'}
      title={say(canReturn ? TEXTS.returnTitle : TEXTS.answeredTitle)}
      text={canReturn ? say(TEXTS.returnText) : undefined}
    >
      {canReturn ? (
        <Button label={say(TEXTS.back)} onPress={() => goBack(returnTo)} />
      ) : (
        <>
          <View
            className="session-code"
            {...a11y({ label: say(TEXTS.code, { digits: [...sessionCode].join(' ') }) })}
          >
            {digits}
          </View>
          <Notice kind="warn" text={say(TEXTS.answeredText)} />
        </>
      )}
      <PortalEntry receipt={receipt} />
      <Notice kind="info" text={say(TEXTS.receipt)} />
      <Button kind="quiet" label={say(TEXTS.done)} onPress={goHome} />
    </StatusScreen>
  )
}
