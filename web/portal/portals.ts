import type { Question } from '@nansha/relying-party'

export type Words = { readonly zh: string; readonly en: string }
const words = (zh: string, en: string): Words => ({ zh, en })

/** A specimen website that asks for a Nansha ID. */
export interface Portal {
  readonly id: 'hall' | 'bank'
  /** Under `localhost`: this machine. */
  readonly domain: string
  readonly organisation: Words
  readonly contact: string
  readonly headline: Words
  readonly lead: Words
  readonly begin: Words
  readonly question: Question
  /** What its registration allows it. */
  readonly purpose: {
    readonly id: string
    readonly title: Words
    readonly claims: readonly (readonly string[])[]
    readonly legalBasis: Words
    readonly retention: Words
    readonly unlock: 'pin-or-biometric' | 'fresh-face'
    readonly transactions: readonly 'urn:nansha:account-opening'[]
  }
  readonly done: { readonly title: Words; readonly submit: Words; readonly receipt: Words }
}

const BANK = words('南沙湾银行（样本）', 'Nansha Bay Bank (specimen)')
const PRODUCT = words('个人活期账户', 'personal current account')

export const PORTALS: readonly Portal[] = [
  {
    id: 'hall',
    domain: 'hall.localhost',
    organisation: words('南沙网上政务大厅（样本）', 'Nansha Service Hall online (specimen)'),
    contact: '020-12345 · hall@nansha.example',
    headline: words('居住证明，在线申请', 'Apply for a certificate of residence'),
    lead: words(
      '用手机上的南沙身份登录，表格自动填好。',
      'Sign in with the Nansha ID on your phone; the form fills itself.',
    ),
    begin: words('用南沙身份登录', 'Sign in with Nansha ID'),
    question: {
      purpose: 'residence-certificate',
      claims: [['name'], ['id_number']],
      optional: [['address', 'formatted']],
    },
    purpose: {
      id: 'residence-certificate',
      title: words('登录并申请居住证明', 'Sign in and apply for a certificate of residence'),
      claims: [['name'], ['id_number'], ['address', 'formatted']],
      legalBasis: words('办理您申请的政务事项', 'To provide the public service that you apply for'),
      retention: words('办结后保存30天', '30 days after it is done'),
      unlock: 'pin-or-biometric',
      transactions: [],
    },
    done: {
      title: words('申请表', 'Application'),
      submit: words('提交申请', 'Submit the application'),
      receipt: words('申请已受理', 'Your application was received'),
    },
  },
  {
    id: 'bank',
    domain: 'bank.localhost',
    organisation: BANK,
    contact: '95500 · privacy@bank.example',
    headline: words('在线开立个人账户', 'Open a personal account online'),
    lead: words(
      '用手机上的南沙身份证明是您本人，几分钟即可完成。',
      'Prove who you are with the Nansha ID on your phone. It takes minutes.',
    ),
    begin: words('用南沙身份开户', 'Open with Nansha ID'),
    question: {
      purpose: 'open-account',
      claims: [['name'], ['id_number'], ['card_validity'], ['address', 'formatted']],
      transactionData: [
        {
          type: 'urn:nansha:account-opening',
          credential_ids: ['id'],
          transaction_data_hashes_alg: ['sha-256'],
          bank: BANK,
          product: PRODUCT,
          consents: [
            words('个人账户服务协议', 'The terms of personal accounts'),
            words('本人为账户的实际控制人', 'I am the person who controls the account'),
          ],
        },
      ],
      unlock: { methods: ['face'], seconds: 1800 },
    },
    purpose: {
      id: 'open-account',
      title: words('开立个人银行账户', 'Open a personal bank account'),
      claims: [['name'], ['id_number'], ['card_validity'], ['address', 'formatted']],
      legalBasis: words(
        '《反洗钱法》客户身份识别',
        'Customer due diligence under the Anti-Money Laundering Law',
      ),
      retention: words('账户关闭后保存10年', 'Ten years after the account is closed'),
      unlock: 'fresh-face',
      transactions: ['urn:nansha:account-opening'],
    },
    done: {
      title: words('开户申请', 'Account opening'),
      submit: words('确认开户', 'Open the account'),
      receipt: words('账户已开立（样本）', 'The account is open (specimen)'),
    },
  },
]
