import { CITIZEN_APP_ID, COMPANION_APP_ID } from '@nansha/localcloud/identity'
import { ON_OWN_PHONE } from '../../people/holder-tasks'
import type { Task, Walk, Where, Words } from '../../people/walk'
import type { Kept } from '../../screens/look'
import type { CloudWorld } from '../../screens/world'
import type { WeappPerson } from './weapp-people'
import { openWeappPhone, type WeappPhone, type WeappPhoneOptions } from './weapp-phone'

const APPS = {
  citizen: { appId: CITIZEN_APP_ID, first: '/home/index' },
  verifier: { appId: COMPANION_APP_ID, first: '/desk/index' },
} as const

export interface Done {
  /** What stood in the person's way, a sentence each. */
  readonly faults: readonly string[]
  /** What the holder's phone keeps afterwards; absent for any other. */
  readonly held?: Kept
}

/** One task of one person in the built mini-programs. @param held what lies on the holder's phone before */
export async function walkWeapp(given: {
  readonly world: CloudWorld
  readonly person: WeappPerson
  readonly task: Task
  readonly held: Kept
}): Promise<Done> {
  const { world, person, task, held } = given
  const { language } = person.look
  const say = (text: Words) => (typeof text === 'string' ? text : text[language])
  const faults: string[] = []
  const opened: WeappPhone[] = []
  const open = async (where: Where, page: string | undefined, more: Partial<WeappPhoneOptions>) => {
    const { appId, first } = APPS[where.app]
    const phone = await openWeappPhone({
      app: where.app,
      url: world.url,
      account: { appId, openId: where.profile },
      page: page ?? first,
      kept: { language },
      say,
      ...more,
    })
    opened.push(phone)
    return phone
  }
  const walk: Walk = {
    say,
    companion: (profile, page) => open({ app: 'verifier', profile }, page, {}),
    approve: world.approve,
  }
  try {
    const phone = await open(task.where, undefined, {
      kept: { ...(task.where === ON_OWN_PHONE && held), language },
      platform: person.platform ?? {},
      onSee: (page, words) =>
        faults.push(...person.faults(page.elements()).map((fault) => `${words}: ${fault}`)),
      onPress: (control, words) => faults.push(...(person.hindrances?.(control, words) ?? [])),
    })
    await person.begin?.(phone)
    await task.run(phone, walk)
    return task.where === ON_OWN_PHONE ? { faults, held: phone.kept() } : { faults }
  } finally {
    for (const phone of opened) await phone.close()
  }
}
