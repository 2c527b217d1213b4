import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useStore } from '@nansha/kit/state/use-store'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Page } from '@nansha/kit/ui/Page/Page'
import { ERRORS } from '@nansha/shared/errors'
import { SCENARIO_NAMES, SCENARIOS, takesChildren } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { useState } from 'react'
import { PAGES } from '../../pages'
import type { ShownChild } from '../../wallet/read-child'
import { useChildren } from '../../wallet/use-children'
import { useWallet } from '../../wallet/use-wallet'
import { walletRefusal } from '../../wallet/wallet-state'
import { ChildCard } from '../ChildCard'
import { TEXTS } from '../child-texts'
import { Details } from '../Details'
import { describeChild } from '../describe-child'
import { inSentence } from '../describe-document'
import { ManageHeld } from '../ManageHeld'
import { TEXTS as DOCUMENT_TEXTS } from '../texts'
import '../show/show.scss'
import { childLines, nearEnd } from './child-lines'
import { PAGE_TEXTS } from './texts'

/** One child's card: how it stands and what that means, everything that it says, where it is shown, and how it ends. */
export default function ChildPage() {
  const say = useSay()
  const { place } = useQuery()
  const { shown } = useStore(useChildren().store)
  const child = shown.find((one) => String(one.place) === place)
  return (
    <Page title={say(TEXTS.title)}>
      {child ? <ShowChild child={child} /> : <Notice kind="warn" text={say(ERRORS.CHILD_CARD_NONE)} />}
      <BackLink home={PAGES.home} />
    </Page>
  )
}

function ShowChild({ child }: { readonly child: ShownChild }) {
  const say = useSay()
  const { moment, day } = useTimes()
  const { now } = useClock()
  const children = useChildren()
  const state = useStore(useWallet().wallet.store)
  const [isOpen, setOpen] = useState(false)
  useDidHide(() => setOpen(false))
  const isUsable = walletRefusal(state, now()) === undefined
  const standing = describeChild(child, isUsable, now())
  const end = nearEnd(child, now())
  return (
    <>
      <ChildCard child={child} standing={standing} isOpen={isOpen} />
      {standing.text && <Notice isStanding kind="bad" text={say(standing.text)} />}
      {end !== undefined && (
        <Notice isStanding kind="warn" text={say(PAGE_TEXTS.soonText, { day: day(end) })} />
      )}
      <Details lines={childLines(child)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      <Notice isStanding kind="info" text={say(PAGE_TEXTS.noProof)} />
      {standing.kind === 'good' &&
        SCENARIO_NAMES.filter(takesChildren).map((name) => (
          <Button
            key={name}
            label={say(DOCUMENT_TEXTS.showTo, { title: inSentence(say(SCENARIOS[name].title)) })}
            onPress={() => open(`${PAGES.present}?child=${child.place}&scenario=${name}`)}
          />
        ))}
      <View className="document-asked">{say(PAGE_TEXTS.asked, { time: moment(child.askedAt) })}</View>
      <ManageHeld
        isUsable={isUsable}
        removeSure={PAGE_TEXTS.removeSure}
        onRenew={() => children.renew(child.place)}
        onRemove={() => children.remove(child.place)}
      />
    </>
  )
}
