import { useSay } from '@nansha/kit/i18n/language'
import { a11y } from '@nansha/kit/ui/a11y'
import { Card } from '@nansha/kit/ui/Card/Card'
import type { DayFigures } from '@nansha/shared/api/stays'
import type { CheckFigures } from '@nansha/shared/api/verify'
import { View } from '@tarojs/components'
import { refusalLook } from '../../parts/refusals'
import { TEXTS } from '../texts'
import { DAY_TEXTS } from './texts'
import './figures.scss'
import '../guest-rows.scss'

export interface ShownFigures {
  readonly stays: DayFigures
  readonly checks: CheckFigures
}

/** What a day came to; hours in which nobody arrived are left out. */
export function Figures({ stays, checks }: ShownFigures) {
  const say = useSay()
  const { arrivals, guests, annulled, byHour, byClerk, refused, reports, compared } = stays
  const { medianSeconds: seconds, accepted, disputed, cards } = checks
  const most = Math.max(1, ...byHour)
  return (
    <>
      <Card>
        <View className="guest-row__name">{say(TEXTS.arrivals, { count: arrivals, guests })}</View>
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
          {byHour.map((count, hour) =>
            count === 0 ? null : (
              <View className="figure" key={`${hour}:00`}>
                <View className="figure__label">{`${hour}:00`}</View>
                <View className="figure__track" {...a11y({ hidden: true })}>
                  <View className="figure__bar" style={{ width: `${(100 * count) / most}%` }} />
                </View>
                <View className="figure__count">{count}</View>
              </View>
            ),
          )}
        </Card>
      )}
      {byClerk.length > 0 && (
        <Card>
          <View className="guest-row__name">{say(DAY_TEXTS.byClerk)}</View>
          {byClerk.map(({ name, guests: count }) => (
            <View className="guest-row" key={name}>{`${name} · ${count}`}</View>
          ))}
        </Card>
      )}
      {refused.length > 0 && (
        <Card>
          <View className="guest-row__name">{say(DAY_TEXTS.refused)}</View>
          {refused.map(({ code, count }) => (
            <View className="guest-row" key={code}>{`${say(refusalLook(code).title)} · ${count}`}</View>
          ))}
        </Card>
      )}
    </>
  )
}
