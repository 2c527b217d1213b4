import load from '@echogarden/espeak-ng-emscripten'
import { describe, expect, it } from 'vitest'
import { asHeard } from '#scripts/voice/as-heard'
import { findSpoken } from '#scripts/voice/find-spoken'

/** How a newsreader reads what the app says; 5 is the neutral tone. */
const READINGS: Readonly<Record<string, string>> = {
  '太暗了，请面向光线': 'tai4 an4 le5, qing3 mian4 xiang4 guang1 xian4',
  做好动作后按下面的按钮: 'zuo4 hao3 dong4 zuo4 hou4 an4 xia4 mian4 de5 an4 niu3',
  翻到国徽面: 'fan1 dao4 guo2 hui1 mian4',
  拍摄身份证人像面: 'pai1 she4 shen1 fen5 zheng4 ren2 xiang4 mian4',
  已确认是您本人: 'yi3 que4 ren4 shi4 nin2 ben3 ren2',
  '脸放进椭圆，正对光线；摘下口罩和墨镜，画面里只有您。':
    'lian3 fang4 jin4 tuo3 yuan2, zheng4 dui4 guang1 xian4; zhai1 xia4 kou3 zhao4 he2 mo4 jing4, hua4 mian4 li3 zhi3 you3 nin2.',
  '闭上眼，听到声音或感到振动再睁开':
    'bi4 shang5 yan3, ting1 dao4 sheng1 yin1 huo4 gan3 dao4 zhen4 dong4 zai4 zheng1 kai1',
  '请正视屏幕，屏幕会变换颜色': 'qing3 zheng4 shi4 ping2 mu4, ping2 mu4 hui4 bian4 huan4 yan2 se4',
  请正视镜头: 'qing3 zheng4 shi4 jing4 tou2',
  请张开嘴: 'qing3 zhang1 kai1 zui3',
  请向左转头: 'qing3 xiang4 zuo3 zhuan3 tou2',
  请向右转头: 'qing3 xiang4 you4 zhuan3 tou2',
  领取成功: 'ling3 qu3 cheng2 gong1',
  '文字都清晰、没有反光吗？': 'wen2 zi4 dou1 qing1 xi1, mei2 you3 fan3 guang1 ma5?',
  重拍国徽面: 'chong2 pai1 guo2 hui1 mian4',
  重拍人像面: 'chong2 pai1 ren2 xiang4 mian4',
  请重拍身份证: 'qing3 chong2 pai1 shen1 fen5 zheng4',
  这张身份证现在不能用: 'zhe4 zhang1 shen1 fen5 zheng4 xian4 zai4 bu4 neng2 yong4',
  需要您的同意: 'xu1 yao4 nin2 de5 tong2 yi4',
  请重拍国徽面: 'qing3 chong2 pai1 guo2 hui1 mian4',
  未能核实: 'wei4 neng2 he2 shi2',
  没有提交成功: 'mei2 you3 ti2 jiao1 cheng2 gong1',
  请重拍自拍照: 'qing3 chong2 pai1 zi4 pai1 zhao4',
  现在不能在手机上办理: 'xian4 zai4 bu4 neng2 zai4 shou3 ji1 shang4 ban4 li3',
  核验通过: 'he2 yan4 tong1 guo4',
  对方未接受: 'dui4 fang1 wei4 jie1 shou4',
  请对准扫描设备: 'qing3 dui4 zhun3 sao3 miao2 she4 bei4',
}

describe('the Chinese sentences of the app', async () => {
  const said = (await findSpoken('miniprogram/citizen/src')).filter(({ language }) => language === 'zh')
  const pronounce = await createPronouncing()

  it('have a reading here, each of them, and nothing else has', () => {
    expect(Object.keys(READINGS).sort()).toEqual([...new Set(said.map(({ words }) => words))].sort())
  })

  it.each(said)('are read by eSpeak in their sounds and tones: $words', ({ words }) => {
    expect(pronounce('cmn', asHeard(words))).toBe(pronounce('cmn-latn-pinyin', READINGS[words] ?? ''))
  })
})

/** What eSpeak is going to say, in its own letters, of which a number is a tone; without stress, and with one neutral tone. */
async function createPronouncing() {
  const silent = () => undefined
  const { eSpeakNGWorker, HEAPU8 } = await load({ print: silent, printErr: silent })
  const speaker = await new eSpeakNGWorker()
  const lettersAt = (address: number) =>
    Buffer.from(HEAPU8.subarray(address, HEAPU8.indexOf(0, address))).toString('latin1')
  return (voice: string, words: string) => {
    speaker.set_voice(voice)
    const clauses = words.split(/[，。；、？,.;?]/).filter((clause) => clause.trim() !== '')
    return clauses
      .map((clause) => lettersAt(speaker.text_to_phonemes(clause, false).ptr))
      .map((letters) => letters.replace(/['_|\s]/g, '').replace(/11|22|33|44/g, '0'))
      .join(', ')
  }
}
