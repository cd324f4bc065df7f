import { CARD_SCRIPT } from './chat-card.ts'

/** `/chat.js`, as the browser runs it: no build step stands between. */
export const CHAT_SCRIPT = String.raw`'use strict'
{
${CARD_SCRIPT}
const at = (id) => document.getElementById(id)
const [log, form, message, region, send, examples, restart] =
  ['log', 'ask', 'message', 'region', 'send', 'examples', 'restart'].map(at)

/** The id opens the conversation to whoever has it: it stays in this tab, and never enters an address. */
const KEY = 'conversationId'
let conversationId = null
const keep = (id) => {
  conversationId = id
  restart.hidden = id === null
  try {
    if (id === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, id)
  } catch { /* A browser that stores nothing keeps the conversation until the page is left. */ }
}
try {
  keep(sessionStorage.getItem(KEY))
} catch {
  keep(null)
}

class Failure extends Error {
  constructor(text, status = 0) {
    super(text)
    this.status = status
  }
}

const failureOf = ({ status, detail, errors = [] }) =>
  new Failure([detail || '服务出错，请稍后再试', ...errors.map((one) => one.message)].join('；'), status)

/** Longer than any reply takes; a phone that lost its network is told so. */
const PATIENCE = 60000

const post = async (body, accept, read) => {
  const leave = new AbortController()
  const timer = setTimeout(() => leave.abort(), PATIENCE)
  try {
    const headers = { 'content-type': 'application/json', accept }
    const response = await fetch('/api/chat', { method: 'POST', headers, body: JSON.stringify(body), signal: leave.signal })
    if (!response.ok) throw failureOf({ ...(await response.json().catch(() => ({}))), status: response.status })
    return await read(response)
  } finally {
    clearTimeout(timer)
  }
}

/** One event of a stream: the reply where it is the last, otherwise null. */
const take = (block, onText) => {
  const fields = {}
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 1).trimStart()
  }
  if (fields.data === undefined) return null
  const data = JSON.parse(fields.data)
  if (fields.event === 'error') throw failureOf(data)
  if (fields.event === 'delta') onText(data.text)
  return fields.event === 'reply' ? data : null
}

const readStream = async (body, onText) => {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let waiting = ''
  for (;;) {
    const { done, value } = await reader.read()
    waiting += done ? decoder.decode() : decoder.decode(value, { stream: true })
    const blocks = waiting.split('\n\n')
    waiting = blocks.pop()
    for (const block of blocks) {
      const reply = take(block, onText)
      if (reply !== null) return reply
    }
    if (done) return null
  }
}

const canStream = typeof TextDecoder === 'function' && typeof ReadableStream === 'function'

/** Streams where browser and network let it; what was cut off before its end is asked again in one piece. */
const request = async (body, onText) => {
  if (canStream) {
    const reply = await post(body, 'text/event-stream', async (response) => {
      if (!/^text\/event-stream/.test(response.headers.get('content-type') || '')) return response.json()
      return readStream(response.body, onText).catch((error) => {
        if (error instanceof Failure || error.name === 'AbortError') throw error
        return null
      })
    })
    if (reply !== null) return reply
  }
  return post(body, 'application/json', (response) => response.json())
}

const asked = async (text, onText) => {
  const body = { message: text }
  if (region.value !== '') body.region = region.value
  if (conversationId === null) return request(body, onText)
  try {
    return await request({ ...body, conversationId }, onText)
  } catch (error) {
    if (error.status !== 404) throw error
    keep(null)
    log.append(make('p', 'hint', '上一次的对话已经不在了，这是新的对话。'))
    return request(body, onText)
  }
}

let isBusy = false
const setBusy = (busy) => {
  isBusy = busy
  send.disabled = busy
  send.textContent = busy ? '稍等' : '发送'
  // What is read aloud is the reply as a whole, not each piece of it.
  log.setAttribute('aria-busy', String(busy))
}

const say = async (text) => {
  if (isBusy || text.trim() === '') return
  setBusy(true)
  examples.hidden = true
  for (const old of log.querySelectorAll('.failure')) old.remove()
  const said = make('div', 'said', text)
  const words = make('div', 'text', '正在查文件……')
  const card = make('article', 'card', words)
  log.append(said, card)
  said.scrollIntoView({ block: 'start' })
  let streamed = ''
  try {
    const reply = await asked(text, (more) => {
      streamed += more
      words.textContent = streamed
    })
    keep(reply.conversationId)
    showReply(card, reply, say, answer)
    said.scrollIntoView({ block: 'start' })
  } catch (error) {
    said.remove()
    card.remove()
    examples.hidden = log.querySelector('.card') !== null
    if (message.value.trim() === '') message.value = text
    const reason = error instanceof Failure ? error.message : '网络不通或服务没有响应'
    const failure = make('p', 'failure', '没有得到答复：' + reason + '。您写的话还在输入框里，可以再发一次。')
    failure.setAttribute('role', 'alert')
    log.append(failure)
    failure.scrollIntoView({ block: 'center' })
  } finally {
    setBusy(false)
  }
}

const answer = (label) => {
  message.placeholder = label
  message.focus()
}

const submit = () => {
  const text = message.value
  if (isBusy) return
  if (text.trim() === '') return message.focus()
  message.value = ''
  message.placeholder = '接着问'
  say(text)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  submit()
})
message.addEventListener('keydown', (event) => {
  // Enter also ends the choice of a character in an input method; that is no wish to send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  event.preventDefault()
  submit()
})
for (const example of examples.querySelectorAll('button'))
  example.addEventListener('click', () => say(example.dataset.say))
restart.addEventListener('click', () => {
  if (isBusy) return
  keep(null)
  log.replaceChildren()
  examples.hidden = false
  message.focus()
})
if (conversationId !== null) log.append(make('p', 'hint', '接着上一次的对话。要从头问，请点“新对话”。'))
send.disabled = false
}
`
