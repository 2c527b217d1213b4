import { renderSVG } from 'uqr'

type Language = 'zh' | 'en'

const TEXTS = {
  scan: { zh: '用南沙身份小程序扫码', en: 'Scan with the Nansha ID mini-program' },
  here: { zh: '南沙身份就在这台设备上？直接打开', en: 'Is your Nansha ID on this device? Open it' },
  opened: { zh: '请在手机上核对并决定…', en: 'Check and decide on your phone…' },
  code: { zh: '输入手机上显示的6位数字', en: 'Enter the six digits shown on your phone' },
  confirm: { zh: '确认', en: 'Confirm' },
  wrong: { zh: '数字不对，请再看一眼手机。', en: 'The digits do not match. Check your phone and try again.' },
  declined: {
    zh: '您在手机上拒绝了，没有提供任何信息。',
    en: 'You declined on your phone. Nothing was shared.',
  },
  again: { zh: '重新开始', en: 'Start again' },
  cancel: { zh: '取消登录', en: 'Cancel' },
} as const
type Text = keyof typeof TEXTS

/** Asks again what the wallet did, after so many seconds; the page has no script. */
const REFRESH_SECONDS = 2

/** What the browser is shown between the site that asked and the wallet's answer. */
export function createPages(language: Language) {
  const say = (text: Text) => TEXTS[text][language]
  const page = (body: string, head = '') => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Nansha ID</title>${head}</head>
<body>${body}</body></html>`
  const button = (action: string, text: Text) =>
    `<form method="post" action="${action}"><button>${say(text)}</button></form>`
  const refresh = `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`

  return {
    /** @param link of the QR; made here, of base64url and addresses without quotes */
    waiting: (link: string, base: string) =>
      page(
        `<h1>${say('scan')}</h1><div style="max-width:20rem" data-link="${escapeHtml(link)}">${renderSVG(link, { border: 2 })}</div>
<p><a href="${base}/here">${say('here')}</a></p>${button(`${base}/cancel`, 'cancel')}`,
        refresh,
      ),
    opened: (base: string) => page(`<h1>${say('opened')}</h1>${button(`${base}/cancel`, 'cancel')}`, refresh),
    code: (base: string, isWrong: boolean) =>
      page(`<h1>${say('code')}</h1>${isWrong ? `<p role="alert">${say('wrong')}</p>` : ''}
<form method="post" action="${base}/code"><input name="code" inputmode="numeric" autocomplete="off" maxlength="7" required autofocus
aria-label="${say('code')}"><button>${say('confirm')}</button></form>${button(`${base}/cancel`, 'cancel')}`),
    declined: (base: string) =>
      page(
        `<h1>${say('declined')}</h1>${button(`${base}/again`, 'again')}${button(`${base}/cancel`, 'cancel')}`,
      ),
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
