import { back, open } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { STAY_LISTS, type StayListName, type StayPage, type WaitingParties } from '@nansha/shared/api/stays'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { LISTS, TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { type StayLine, StayRow } from './StayRow'
import './stays-which.scss'

type ListName = StayListName | 'waiting'
const NAMES = ['waiting', ...STAY_LISTS] as const

interface Loaded {
  readonly lines: readonly StayLine[]
  readonly next?: string | undefined
}

/** The stays of this hotel, list by list and to their end. */
export default function StaysPage() {
  const say = useSay()
  const ask = useStays()
  const asked = useQuery().list
  const [list, setList] = useState<ListName>(NAMES.find((name) => name === asked) ?? 'here')
  const [search, setSearch] = useState('')
  const [loaded, setLoaded] = useState<Loaded>()
  const { isRunning, failure, run } = useTask()

  const load = (name: ListName, after?: string) =>
    run(async () => {
      const page = name === 'waiting' ? await waiting() : await stays(name, after)
      setLoaded((former) => (after ? { ...page, lines: [...(former?.lines ?? []), ...page.lines] } : page))
    })

  async function waiting(): Promise<Loaded> {
    const { parties } = await ask<WaitingParties>({ action: 'waiting' })
    return { lines: parties.map(({ stay, guests }) => ({ stay, guests, isWaiting: true })) }
  }

  async function stays(name: StayListName, after?: string): Promise<Loaded> {
    const wanted = search.trim()
    const page = await ask<StayPage>({
      action: 'list',
      list: name,
      ...(wanted !== '' && { search: wanted }),
      ...(after !== undefined && { after }),
    })
    return { lines: page.stays, next: page.next }
  }

  useEffect(() => load(list), [])

  function choose(name: ListName) {
    setList(name)
    setLoaded(undefined)
    load(name)
  }

  return (
    <DeskPage title={say(TEXTS.title)}>
      <Heading title={say(LISTS[list])} />
      <View className="stays-which">
        <Choice
          label={say(TEXTS.which)}
          options={NAMES.map((value) => ({ value, label: say(LISTS[value]) }))}
          value={list}
          onChoose={choose}
        />
      </View>
      {list !== 'waiting' && (
        <>
          <Field
            label={say(TEXTS.search)}
            hint={say(TEXTS.searchHint)}
            value={search}
            onChange={setSearch}
            maxLength={40}
          />
          <Button kind="secondary" label={say(TEXTS.search)} busy={isRunning} onPress={() => load(list)} />
        </>
      )}
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {isRunning && loaded === undefined && <Spinner label={say(TEXTS.loading)} />}
      {loaded?.lines.length === 0 && loaded.next === undefined && (
        <Notice kind="info" text={say(TEXTS.none)} />
      )}
      {loaded !== undefined && loaded.lines.length > 0 && (
        <Card>
          {loaded.lines.map((line) => (
            <StayRow
              key={line.stay}
              line={line}
              onOpen={() => open(`${line.isWaiting ? PAGES.arrive : PAGES.stay}?stay=${line.stay}`)}
            />
          ))}
        </Card>
      )}
      {loaded?.next !== undefined && (
        <Button
          kind="secondary"
          label={say(TEXTS.more)}
          busy={isRunning}
          onPress={() => load(list, loaded.next)}
        />
      )}
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}
