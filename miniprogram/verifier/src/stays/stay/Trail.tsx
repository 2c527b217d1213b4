import { formatDate, formatTime } from '@nansha/kit/i18n/format-time'
import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { StayDetails } from '@nansha/shared/api/stays'
import { View } from '@tarojs/components'
import { CAUSES, TEXTS } from '../texts'
import '../guest-rows.scss'

/** Every change of a stay, the latest first, with who made it and when. */
export function Trail({ trail }: Pick<StayDetails, 'trail'>) {
  const say = useSay()
  return (
    <Card>
      <View className="guest-row__name">{say(TEXTS.trail)}</View>
      {[...trail].reverse().map(({ at, cause, actor, detail }, n) => {
        const what = CAUSES[cause]
        return (
          <View className="guest-row" key={trail.length - n}>
            <View>{[what && say(what), detail].filter(Boolean).join(' · ')}</View>
            <View className="guest-row__more">
              {`${formatDate(at)} ${formatTime(at)} · ${actor === '' ? say(TEXTS.byAuthority) : actor}`}
            </View>
          </View>
        )
      })}
    </Card>
  )
}
