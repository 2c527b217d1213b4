import { useSay } from '@nansha/kit/i18n/language'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { DayFigures } from '@nansha/shared/api/stays-answers'
import type { CheckFigures } from '@nansha/shared/api/verify'
import { View } from '@tarojs/components'
import { refusalLook } from '../../parts/refusals'
import { TEXTS } from '../texts'
import { BarRows } from './BarRows'
import { HourColumns } from './HourColumns'
import { DAY_TEXTS } from './texts'
import '../guest-rows.scss'

export interface ShownFigures {
  readonly stays: DayFigures
  readonly checks: CheckFigures
}

/** What a day came to. */
export function Figures({ stays, checks }: ShownFigures) {
  const say = useSay()
  const { arrivals, guests, inHouse, annulled, byHour, byClerk, refused, reports, compared } = stays
  const { medianSeconds: seconds, accepted, disputed, cards } = checks
  return (
    <>
      <Card>
        <View className="guest-row__name">{say(TEXTS.arrivals, { count: arrivals, guests })}</View>
        <View className="guest-row__more">{say(DAY_TEXTS.inHouse, inHouse)}</View>
        {annulled > 0 && (
          <View className="guest-row__more">{say(DAY_TEXTS.annulled, { count: annulled })}</View>
        )}
        <View className="guest-row__more">
          {say(DAY_TEXTS.checks, { accepted, refused: checks.refused })}
        </View>
        {seconds !== undefined && (
          <View className="guest-row__more">{say(DAY_TEXTS.median, { seconds })}</View>
        )}
        {cards.matches + cards.differs + cards.missing > 0 && (
          <View className="guest-row__more">{say(DAY_TEXTS.cards, cards)}</View>
        )}
        {disputed > 0 && (
          <View className="guest-row__flag">{say(DAY_TEXTS.disputed, { count: disputed })}</View>
        )}
        <View className="guest-row__more">{say(DAY_TEXTS.reports, reports)}</View>
        <View className="guest-row__more">
          {compared === undefined ? say(DAY_TEXTS.noComparison) : say(DAY_TEXTS[compared.state], compared)}
        </View>
      </Card>
      {arrivals > 0 && (
        <Card>
          <View className="guest-row__name">{say(DAY_TEXTS.byHour)}</View>
          <HourColumns byHour={byHour} />
        </Card>
      )}
      {byClerk.length > 0 && (
        <Card>
          <View className="guest-row__name">{say(DAY_TEXTS.byClerk)}</View>
          <BarRows rows={byClerk.map(({ name, guests: count }) => ({ key: name, label: name, count }))} />
        </Card>
      )}
      {refused.length > 0 && (
        <Card>
          <View className="guest-row__name">{say(DAY_TEXTS.refused)}</View>
          <BarRows
            rows={refused.map(({ code, count }) => ({
              key: code,
              label: say(refusalLook(code).title),
              count,
            }))}
          />
        </Card>
      )}
    </>
  )
}
