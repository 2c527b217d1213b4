const view = document.querySelector('#view')

/** Makes an element; children that are text become text, never HTML. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

async function get(name, parameters = {}) {
  const response = await fetch(`api/${name}?${new URLSearchParams(parameters)}`)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}

function table(headings, rows) {
  const head = element('tr', {}, ...headings.map((text) => element('th', { scope: 'col' }, text)))
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows))
}

const row = (...cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell)))
const time = (milliseconds) => (milliseconds === null ? 'never' : new Date(milliseconds).toLocaleString())

/** A document as JSON, with its encrypted fields marked. */
function shown(content) {
  const text = JSON.stringify(content, null, 2)
  const parts = text.split(/(\(encrypted, \d+ bytes\))/)
  return element(
    'pre',
    {},
    ...parts.map((part, place) => (place % 2 ? element('span', { className: 'encrypted' }, part) : part)),
  )
}

async function documents([chosen = '', offset = '0']) {
  const { collections } = await get('overview')
  const name = chosen || collections[0]?.name
  const links = collections.map((one) =>
    element('li', {}, element('a', { href: `#documents/${one.name}` }, `${one.name} (${one.documents})`)),
  )
  const page = await get('documents', { collection: name, offset })
  const next = Number(offset) + page.documents.length
  const more =
    next < page.total
      ? [element('a', { href: `#documents/${name}/${next}` }, `${page.total - next} more`)]
      : []
  const rows = page.documents.map(({ _id, ...fields }) => row(String(_id), shown(fields)))
  return element(
    'div',
    { className: 'columns' },
    element('nav', { ariaLabel: 'Collections' }, element('ul', {}, ...links)),
    element('section', {}, element('h2', {}, name), table(['_id', 'fields'], rows), ...more),
  )
}

async function calls() {
  const { calls: all } = await get('calls')
  const rows = all.map((call) => {
    const lines = call.lines.map(({ level, text }) => `${level}: ${text}`).join('\n')
    const cold = call.coldStart === null ? '' : `, ${call.coldStart} ms of it to load`
    const outcome = call.milliseconds === null ? 'running' : `${call.milliseconds} ms${cold}`
    const error = call.error ? [element('pre', { className: 'failed' }, call.error)] : []
    return row(
      time(call.startedAt),
      call.name,
      call.source,
      call.requestId,
      outcome,
      element('div', {}, element('pre', {}, lines), ...error),
    )
  })
  return table(['started', 'function', 'source', 'request id', 'took', 'printed'], rows)
}

async function files() {
  const { files: all } = await get('files')
  const rows = all.map(({ path, owner, bytes, uploadedAt }) =>
    row(path, owner ?? 'a function', String(bytes), time(uploadedAt)),
  )
  return table(['path', 'owner', 'bytes', 'uploaded'], rows)
}

async function timers() {
  const { timers: all, instances } = await get('overview')
  const rows = all.map(({ functionName, name, expression, nextAt }) => {
    const fire = async () => {
      await fetch('api/fire', { method: 'POST', body: JSON.stringify({ functionName, name }) })
      location.hash = '#calls'
    }
    return row(
      functionName,
      name,
      expression,
      time(nextAt),
      element('button', { type: 'button', onclick: fire }, 'Fire now'),
    )
  })
  const running = Object.entries(instances).map(([name, count]) => row(name, String(count)))
  return element(
    'div',
    {},
    table(['function', 'timer', 'when (Beijing time)', 'next', ''], rows),
    element('h2', {}, 'Instances'),
    table(['function', 'instances'], running),
  )
}

const views = { documents, calls, files, timers }

async function show() {
  const [name = '', ...parameters] = location.hash.slice(1).split('/')
  const chosen = views[name] ? name : 'documents'
  for (const link of document.querySelectorAll('header nav a')) {
    if (link.hash === `#${chosen}`) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  try {
    view.replaceChildren(await views[chosen](parameters))
  } catch (error) {
    view.replaceChildren(element('p', { className: 'failed' }, error.message))
  }
}

window.addEventListener('hashchange', show)
document.querySelector('#refresh').addEventListener('click', show)
show()
