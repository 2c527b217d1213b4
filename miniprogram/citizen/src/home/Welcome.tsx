import { open } from '@nansha/kit/device/navigation'
import { openTab } from '@nansha/kit/device/tab-bar'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useStore } from '@nansha/kit/state/use-store'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Tile } from '@nansha/kit/ui/Tile/Tile'
import { titleClass } from '@nansha/kit/ui/title-class'
import { UpdateReady } from '@nansha/kit/ui/UpdateReady/UpdateReady'
import { ERRORS } from '@nansha/shared/errors'
import { Text, View } from '@tarojs/components'
import { PAGES, pageOf } from '../pages'
import { UNFINISHED, type UnfinishedEnrolment } from '../parts/unfinished-enrolment'
import { ElderLink } from './ElderLink'
import { TEXTS } from './texts'
import './home.scss'

const PROMISES = [TEXTS.promiseUse, TEXTS.promiseLittle, TEXTS.promiseDeleted] as const

/** Before enrolment: what this is, what it takes, and the way without a face. @param isLost there was a credential here */
export function Welcome({ isLost }: { readonly isLost: boolean }) {
  const say = useSay()
  const { moment } = useTimes()
  const unfinished = useStore(UNFINISHED)
  const title = say(TEXTS.welcomeTitle)
  const sayUnfinished = ({ until }: UnfinishedEnrolment) =>
    until === undefined ? say(TEXTS.begun) : say(TEXTS.begunUntil, { until: moment(until) })

  return (
    <View className="home">
      <View className="home__hero">
        <View className="home__brand">{say(TEXTS.brand)}</View>
        <View className={titleClass('home__title', title)} {...a11y({ role: 'heading' })}>
          {title}
        </View>
        <View className="home__lead">{say(TEXTS.welcomeLead)}</View>
      </View>
      {isLost && <Notice kind="warn" text={say(ERRORS.CREDENTIAL_LOST)} />}
      <Card>
        {PROMISES.map((promise) => (
          <View className="home__promise" key={promise.en}>
            <View className="home__tick" />
            <Text className="home__promise-text">{say(promise)}</Text>
          </View>
        ))}
      </Card>
      <View className="home__needs">{say(TEXTS.needs)}</View>
      {unfinished && <Notice kind="info" text={sayUnfinished(unfinished)} />}
      {unfinished && <Button kind="quiet" label={say(TEXTS.startOver)} onPress={unfinished.discard} />}
      <Button kind="secondary" label={say(TEXTS.counter)} onPress={() => open(PAGES.counter)} />
      <View className="kit-rows">
        <Tile shape="row" icon="phone" label={say(TEXTS.lost)} onPress={() => open(PAGES.lost)} />
        <Tile
          shape="row"
          icon="settings"
          label={say(TEXTS.settings)}
          onPress={() => openTab(PAGES.settings)}
        />
      </View>
      <ElderLink />
      <UpdateReady />
      <Actions>
        <Button
          label={say(unfinished ? TEXTS.goOn : TEXTS.begin)}
          onPress={() => open(pageOf(unfinished?.step ?? 'notice'))}
        />
      </Actions>
    </View>
  )
}
