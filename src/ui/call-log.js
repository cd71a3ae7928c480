// The call log of the list: it opens under the row it is about, saves without leaving the page, and can be undone for ten seconds.
// Without this script each row has a link to the same form on a page of its own.
const $ = (selector, from = document) => from.querySelector(selector)
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)]
const undoMs = 10_000

const underRow = () => $('[data-call-row]')
const nameLink = (row) => $('a[href]', row)
const rowNow = () => document.activeElement?.closest('[data-worklist] tbody tr')

const parsed = (html) => {
  const holder = document.createElement('template')
  holder.innerHTML = html
  return holder.content
}

// What was refused is what to read first; else the results, for their keys.
const firstIn = (under) => $('[data-errors]', under) ?? $('[data-digit]:checked', under) ?? $('[data-digit]', under)

const show = (row, part) => {
  const under = document.createElement('tr')
  under.dataset.callRow = ''
  under.dataset.ownKeys = ''
  const cell = under.insertCell()
  cell.colSpan = row.cells.length
  cell.append(part)
  row.after(under)
  $('[data-call-keys]', under).hidden = false
  under.scrollIntoView({ block: 'nearest' })
  firstIn(under).focus({ preventScroll: true })
  return under
}

const close = () => {
  const under = underRow()
  const row = under?.previousElementSibling
  under?.remove()
  if (row) nameLink(row).focus()
}

const pick = (digit, under) => {
  const radio = $$('[data-digit]', under).find(({ dataset }) => dataset.digit === digit)
  if (!radio) return false
  radio.checked = true
  radio.focus()
  return true
}

// A digit pressed while the form is on its way is not lost.
let opening = null
const open = async (link) => {
  if (opening) return
  const asked = { digit: '' }
  opening = asked
  underRow()?.remove()
  const response = await fetch(link.dataset.call).catch(() => null)
  opening = null
  // No answer, or one that must be seen in full (sign in again): the page of its own says what it is.
  if (!response?.ok || response.redirected) return location.assign(link.href)
  pick(asked.digit, show(link.closest('tr'), parsed(await response.text())))
}

let forgetting = 0
const forgetSoon = () => {
  clearTimeout(forgetting)
  forgetting = setTimeout(() => $('[data-call-said] form')?.remove(), undoMs)
}
if ($('[data-call-said] form')) forgetSoon()

const rowAbout = (form) => {
  const [, subjectId] = /ungdomar\/([^/]+)/.exec(form.getAttribute('action')) ?? []
  return $$('[data-worklist] tbody tr:not([data-call-row])').find((row) => $(`a[href="/ungdomar/${String(subjectId)}"]`, row))
}

// The line that says what was saved, and the row's cells anew: each takes the place of the one with its title.
const tell = (part, row) => {
  $('[data-call-said]').replaceChildren($('[data-said]', part))
  forgetSoon()
  if (!row) return
  for (const fresh of $$('td[data-title]', part)) {
    const cell = [...row.cells].find(({ dataset }) => dataset.title === fresh.dataset.title)
    cell?.replaceChildren(...fresh.childNodes)
  }
  nameLink(row).focus()
}

const fail = (form) => {
  const holder = form.closest('[data-call-form]')
  if (!holder) return
  $('[data-call-failed]', holder)?.remove()
  const line = document.createElement('p')
  line.className = 'late'
  line.setAttribute('role', 'alert')
  line.dataset.callFailed = ''
  line.textContent = holder.dataset.failed ?? ''
  holder.prepend(line)
}

const answered = (part, form) => {
  const row = rowAbout(form)
  if ($('[data-said]', part)) {
    underRow()?.remove()
    tell(part, row)
  } else if (row && $('[data-call-form]', part)) {
    underRow()?.remove()
    show(row, part)
  } else return false
  return true
}

const send = async (form) => {
  if (form.dataset.sent) return
  form.dataset.sent = '1'
  const address = `${String(form.getAttribute('action'))}?svar=rad`
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null)
  delete form.dataset.sent
  // The sign-in ran out: what was typed waits behind it.
  if (response?.redirected) return location.assign(response.url)
  if ([200, 409, 422].includes(response?.status) && answered(parsed(await response.text()), form)) return
  // A press whose answer was lost had already saved it: the list shows it.
  if (response?.status === 409) return location.reload()
  fail(form)
}

// Before the script of all pages marks the form as sent.
const capture = true
addEventListener(
  'submit',
  (event) => {
    if (!event.target.closest('[data-call-row], [data-call-said]')) return
    event.preventDefault()
    void send(event.target)
  },
  capture,
)

addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  const link = event.target.closest('a[data-call]')
  const isClosing = event.target.closest('[data-call-row] [data-call-close]')
  if (!link && !isClosing) return
  event.preventDefault()
  if (link) void open(link)
  else close()
})

const isTyping = (target) => target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=submit])')

const keyInside = ({ key, target }, under) => {
  if (key === 'Escape') close()
  else return !isTyping(target) && pick(key, under)
  return true
}

const ring = () => {
  const row = rowNow()
  const link = row && $('a[data-call]', row)
  if (!link) return false
  void open(link)
  return true
}

const undo = () => {
  const form = $('[data-call-said] form')
  if (!form) return false
  form.requestSubmit()
  return true
}

const keyOutside = ({ key, target, repeat }) => {
  if (opening) opening.digit = key
  if (repeat || isTyping(target)) return false
  return key === 'r' ? ring() : key === 'u' && undo()
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
  const under = event.target.closest?.('[data-call-row]')
  if (under ? keyInside(event, under) : keyOutside(event)) event.preventDefault()
})
