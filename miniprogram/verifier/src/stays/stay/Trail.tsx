import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { Card } from '@nansha/kit/ui/Card/Card'
import { ANNUL_REASONS } from '@nansha/shared/api/stays'
import type { StayDetails } from '@nansha/shared/api/stays-answers'
import { View } from '@tarojs/components'
import { ANNUL_TEXTS, CAUSES, TEXTS } from '../texts'
import '../guest-rows.scss'

/** Every change of a stay, the latest first, with who made it and when. */
export function Trail({ trail }: Pick<StayDetails, 'trail'>) {
  const say = useSay()
  const { moment } = useTimes()
  const detailOf = (cause: string, detail: string) => {
    const reason = ANNUL_REASONS.find((one) => cause === 'annulment' && one === detail)
    return reason === undefined ? detail : say(ANNUL_TEXTS[reason])
  }
  return (
    <Card>
      <View className="guest-row__name">{say(TEXTS.trail)}</View>
      {[...trail].reverse().map(({ at, cause, actor, detail }, n) => {
        const what = CAUSES[cause]
        return (
          <View className="guest-row" key={trail.length - n}>
            <View>{[what && say(what), detailOf(cause, detail)].filter(Boolean).join(' · ')}</View>
            <View className="guest-row__more">
              {`${moment(at)} · ${actor === '' ? say(TEXTS.byAuthority) : actor}`}
            </View>
          </View>
        )
      })}
    </Card>
  )
}
