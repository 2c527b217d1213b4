import { open, replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { a11y } from '@nansha/kit/ui/a11y'
import { BackLink } from '@nansha/kit/ui/BackLink/BackLink'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import {
  documentOf,
  isPassScenario,
  SCENARIO_NAMES,
  SCENARIOS,
  type ScenarioName,
  takesChildren,
} from '@nansha/shared/scenarios'
import { Text, View } from '@tarojs/components'
import { PAGES } from '../pages'
import { Discloses } from '../parts/Discloses'
import { OfflineLeft } from '../parts/OfflineLeft'
import type { ShownChild } from '../wallet/read-child'
import { useDocuments } from '../wallet/use-documents'
import { ChildNotice } from './ChildNotice'
import { TEXTS } from './texts'
import './choose-scenario.scss'

/** Others begin with the desk's code, not with the citizen's. */
const OWN_CODE = SCENARIO_NAMES.filter((name) => SCENARIOS[name].startsFrom === 'holder-qr')

export interface ChooseScenarioProps {
  readonly chosen: ScenarioName
  /** Whose card is shown in place of one's own identity. */
  readonly child: ShownChild | undefined
  readonly onChoose: (scenario: ScenarioName) => void
  readonly onOpen: () => void
}

/** What for, and exactly what will be shown, before anything is. */
export function ChooseScenario({ chosen, child, onChoose, onOpen }: ChooseScenarioProps) {
  const say = useSay()
  const { shown } = useStore(useDocuments().store)
  const offered = OWN_CODE.filter((name) => {
    if (child) return takesChildren(name)
    const document = documentOf(name)
    return document === undefined || shown.some(({ type }) => type === document)
  })
  return (
    <View className="choose">
      <Heading title={say(TEXTS.chooseTitle)} />
      {child && <ChildNotice child={child} />}
      <View className="choose__options" {...a11y({ role: 'radiogroup', label: say(TEXTS.chooseTitle) })}>
        {offered.map((name) => (
          <View
            className={`choose__option ${name === chosen ? 'choose__option--chosen' : ''}`}
            key={name}
            onClick={() => onChoose(name)}
            {...a11y({ role: 'radio', label: say(SCENARIOS[name].title), checked: name === chosen })}
          >
            <View className="choose__dot" />
            <Text className="choose__title">{say(SCENARIOS[name].title)}</Text>
          </View>
        ))}
      </View>
      <Discloses scenario={chosen} child={child} />
      {!child && isPassScenario(chosen) && <OfflineLeft key={chosen} scenario={chosen} />}
      {child ? (
        <Button kind="secondary" label={say(TEXTS.ownInstead)} onPress={() => replace(PAGES.present)} />
      ) : (
        <Button kind="secondary" label={say(TEXTS.deskCode)} onPress={() => open(PAGES.desk)} />
      )}
      <BackLink home={PAGES.home} />
      <Actions>
        <Button label={say(TEXTS.approve)} onPress={onOpen} />
      </Actions>
    </View>
  )
}
