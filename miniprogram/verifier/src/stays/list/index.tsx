import { back, open } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { STAY_LISTS } from '@nansha/shared/api/stays'
import { View } from '@tarojs/components'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { LISTS, TEXTS } from '../texts'
import { StayRow } from './StayRow'
import { type StayList, useStayList } from './use-stay-list'
import './stays-which.scss'

const NAMES = ['waiting', ...STAY_LISTS] as const

/** The stays of this hotel, list by list and to their end. */
export default function StaysPage() {
  const say = useSay()
  const asked = useQuery().list
  const list = useStayList(NAMES.find((name) => name === asked) ?? 'here')
  const { isRunning, failure } = list

  return (
    <DeskPage title={say(TEXTS.title)}>
      <Heading title={say(LISTS[list.name])} />
      <View className="stays-which">
        <Choice
          label={say(TEXTS.which)}
          options={NAMES.map((value) => ({ value, label: say(LISTS[value]) }))}
          value={list.name}
          onChoose={list.choose}
        />
      </View>
      {list.name !== 'waiting' && (
        <>
          <Field
            label={say(TEXTS.search)}
            hint={say(TEXTS.searchHint)}
            value={list.search}
            onChange={list.setSearch}
            maxLength={40}
          />
          <Button kind="secondary" label={say(TEXTS.search)} busy={isRunning} onPress={list.load} />
        </>
      )}
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      <Lines list={list} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

function Lines({ list: { loaded, isRunning, loadMore } }: { readonly list: StayList }) {
  const say = useSay()
  if (loaded === undefined) return isRunning ? <Spinner label={say(TEXTS.loading)} /> : null
  const { lines, next } = loaded
  return (
    <>
      {lines.length === 0 && next === undefined && <Notice kind="info" text={say(TEXTS.none)} />}
      {lines.length > 0 && (
        <View className="kit-rows">
          {lines.map((line) => (
            <StayRow
              key={line.stay}
              line={line}
              onOpen={() => open(`${line.isWaiting ? PAGES.arrive : PAGES.stay}?stay=${line.stay}`)}
            />
          ))}
        </View>
      )}
      {next !== undefined && (
        <Button kind="secondary" label={say(TEXTS.more)} busy={isRunning} onPress={loadMore} />
      )}
    </>
  )
}
