// Follows what happens to the question on this page; the page that follows is the server's.
const qr = document.getElementById('qr')
const progress = document.getElementById('progress')
const FRESH_MS = 50_000
const ASK_MS = 1000
const begun = Date.now()

if (qr && progress) {
  // The demo page of this machine holds a phone's camera before this screen.
  if (window.parent !== window) window.parent.postMessage({ nanshaLink: qr.dataset.link }, '*')
  const follow = async () => {
    const response = await fetch('/progress').catch(() => undefined)
    const { progress: state } = response?.ok ? await response.json() : {}
    if (state === 'answered') return location.assign('/code')
    if (state === 'declined' || state === 'expired') return location.assign(`/over?why=${state}`)
    if (state === 'opened') progress.textContent = progress.dataset.opened
    if (state === 'waiting' && Date.now() - begun > FRESH_MS) {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: '/begin' })
      document.body.append(form)
      return form.submit()
    }
    setTimeout(follow, ASK_MS)
  }
  setTimeout(follow, ASK_MS)
}
