import { useClock } from '@nansha/kit/device/corrected-clock'
import { open } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { View } from '@tarojs/components'
import { PAGES } from '../pages'
import { maskName } from '../wallet/mask'
import { useChildren } from '../wallet/use-children'
import { ChildCard } from './ChildCard'
import { TEXTS } from './child-texts'
import { describeChild } from './describe-child'

/** The cards of children on this phone, masked, each the way to its own page. */
export function ChildCards({ isIdentityValid }: { readonly isIdentityValid: boolean }) {
  const say = useSay()
  const { now } = useClock()
  const { shown, gone } = useStore(useChildren().store)
  return (
    <>
      {gone.map((name) => (
        <Notice key={name} kind="warn" text={say(TEXTS.gone, { name: maskName(name) })} />
      ))}
      {shown.map((child) => {
        const see = () => open(`${PAGES.child}?place=${child.place}`)
        return (
          <View className="documents__one" key={child.place}>
            <View onClick={see}>
              <ChildCard
                child={child}
                standing={describeChild(child, isIdentityValid, now())}
                isOpen={false}
              />
            </View>
            <Button
              kind="quiet"
              label={say(TEXTS.open, { name: maskName(child.claims.name) })}
              onPress={see}
            />
          </View>
        )
      })}
    </>
  )
}
