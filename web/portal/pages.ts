import { renderSVG } from 'uqr'
import { type Html, html, trusted } from './html'
import type { Portal, Words } from './portals'

export type Language = 'zh' | 'en'

const TEXTS = {
  specimen: { zh: '样本网站，仅供体验。', en: 'A specimen website, for demonstration only.' },
  scan: { zh: '用南沙身份小程序扫码', en: 'Scan with the Nansha ID mini-program' },
  scanLead: {
    zh: '打开小程序，点首页的“扫一扫”。二维码每分钟更新。',
    en: 'Open it and tap “Scan” on its home page. The code changes every minute.',
  },
  here: { zh: '南沙身份就在这台设备上？直接打开', en: 'Is your Nansha ID on this device? Open it' },
  waiting: { zh: '等待扫码…', en: 'Waiting for your phone…' },
  opened: { zh: '请在手机上核对并决定…', en: 'Check and decide on your phone…' },
  code: { zh: '输入手机上显示的6位数字', en: 'Enter the six digits shown on your phone' },
  confirm: { zh: '确认', en: 'Confirm' },
  codeWrong: {
    zh: '数字不对，请再看一眼手机。',
    en: 'The digits do not match. Check your phone and try again.',
  },
  declined: {
    zh: '您在手机上拒绝了，没有提供任何信息。',
    en: 'You declined on your phone. Nothing was shared.',
  },
  expired: { zh: '这次请求已结束。请重新开始。', en: 'This request has ended. Start again.' },
  again: { zh: '重新开始', en: 'Start again' },
  filled: {
    zh: '以下内容来自您的南沙身份，请核对。',
    en: 'This comes from your Nansha ID. Please check it.',
  },
  missing: { zh: '未提供', en: 'not shared' },
  signOut: { zh: '退出', en: 'Sign out' },
  number: { zh: '受理编号', en: 'Reference' },
  at: { zh: '时间', en: 'Time' },
} as const

const LABELS: Readonly<Record<string, Words>> = {
  name: { zh: '姓名', en: 'Name' },
  id_number: { zh: '公民身份号码', en: 'Resident number' },
  'address.formatted': { zh: '住址', en: 'Address' },
  card_validity: { zh: '证件有效期至', en: 'Card valid until' },
}

/** Pages of one specimen website. */
export function createPages(portal: Portal) {
  const page = (language: Language, body: Html) => layOut(portal, language, body)

  return {
    welcome: (language: Language, notice?: 'declined' | 'expired') =>
      page(
        language,
        html`<h1>${portal.headline[language]}</h1><p>${portal.lead[language]}</p>
${notice && html`<p role="alert">${TEXTS[notice][language]}</p>`}
<form method="post" action="/begin"><button>${portal.begin[language]}</button></form>`,
      ),

    waiting: (language: Language, link: string, sameDevice: string) =>
      page(
        language,
        html`<h1>${TEXTS.scan[language]}</h1><p>${TEXTS.scanLead[language]}</p>
<div class="qr" id="qr" data-link="${link}">${trusted(renderSVG(link, { border: 2 }))}</div>
<p id="progress" role="status" data-opened="${TEXTS.opened[language]}">${TEXTS.waiting[language]}</p>
<p class="here"><a href="${sameDevice}">${TEXTS.here[language]}</a></p>`,
      ),

    code: (language: Language, isWrong: boolean) =>
      page(
        language,
        html`<h1>${TEXTS.code[language]}</h1>
${isWrong && html`<p role="alert">${TEXTS.codeWrong[language]}</p>`}
<form method="post" action="/confirm">
<input name="code" inputmode="numeric" autocomplete="off" maxlength="7" required autofocus aria-label="${TEXTS.code[language]}">
<button>${TEXTS.confirm[language]}</button></form>`,
      ),

    form: (language: Language, claims: Readonly<Record<string, unknown>>) =>
      page(
        language,
        html`<h1>${portal.done.title[language]}</h1><p>${TEXTS.filled[language]}</p>
<dl>${portal.purpose.claims.map(
          (path) =>
            html`<dt>${LABELS[path.join('.')]?.[language] ?? path.join('.')}</dt>
<dd>${valueAt(claims, path) ?? TEXTS.missing[language]}</dd>`,
        )}</dl>
<form method="post" action="/submit"><button>${portal.done.submit[language]}</button></form>
<form method="post" action="/sign-out"><button class="quiet">${TEXTS.signOut[language]}</button></form>`,
      ),

    receipt: (language: Language, number: string, at: string) =>
      page(
        language,
        html`<h1>${portal.done.receipt[language]}</h1>
<dl><dt>${TEXTS.number[language]}</dt><dd>${number}</dd><dt>${TEXTS.at[language]}</dt><dd>${at}</dd></dl>
<form method="post" action="/sign-out"><button class="quiet">${TEXTS.signOut[language]}</button></form>`,
      ),
  }
}

/** Around every page: the organisation, its domain, and that it is a specimen. */
function layOut(portal: Portal, language: Language, body: Html): string {
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${portal.organisation[language]}</title>
<link rel="stylesheet" href="/portal.css"><script src="/portal.js" defer></script>
</head>
<body class="${portal.id}">
<header><b>${portal.organisation[language]}</b><span>${portal.domain}</span></header>
<main>${body}</main>
<footer>${TEXTS.specimen[language]}</footer>
</body></html>`.text
}

export function valueAt(
  claims: Readonly<Record<string, unknown>>,
  path: readonly string[],
): string | undefined {
  const found = path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | undefined)?.[name],
    claims,
  )
  return typeof found === 'string' ? found : undefined
}
