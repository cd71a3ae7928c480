// The one script. Everything works without it; it stops the second press, counts, and gives the keyboard its shortcuts.
const $ = (selector, from = document) => from.querySelector(selector)
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)]

// A page taken back from the browser's memory may show what is no longer so, or whom one may no longer see: ask anew.
addEventListener('pageshow', (event) => event.persisted && location.reload())

// Who signs out leaves no round behind on the telephone (visits/browser/vault.js), and is told first of what is not sent.
addEventListener('submit', (event) => {
  const { unsent } = event.target.dataset
  const kept = unsent && localStorage.getItem('lots-ficka')
  if (!kept) return
  if (Number(kept) > 0 && !confirm(unsent)) return event.preventDefault()
  localStorage.removeItem('lots-ficka')
  indexedDB.deleteDatabase('lots-ficka')
})

// The first submit wins. The button is disabled after the form's data is read, so that its own name and value are sent.
addEventListener('submit', (event) => {
  const { target: form, submitter } = event
  if (event.defaultPrevented || form.method !== 'post') return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = '1'
  submitter?.setAttribute('aria-busy', 'true')
  const setDisabled = (to) => submitter && (submitter.disabled = to)
  setTimeout(setDisabled, 0, true)
  if (!('givesFile' in form.dataset)) return
  setTimeout(() => {
    delete form.dataset.sent
    submitter?.removeAttribute('aria-busy')
    setDisabled(false)
  }, 3000)
})

// Something is under way: look again. Without script the browser does it by itself.
const again = $('meta[name=lots-refresh]')
if (again) setTimeout(() => location.reload(), Number(again.content) * 1000)

// What was refused is what to read first.
$('[data-errors]')?.focus()

// Marking rows.
const isMarkable = 'td.mark-cell input:not([data-all])'
const count = () => {
  for (const all of $$('[data-all]')) {
    const boxes = $$(isMarkable, all.closest('table'))
    const checked = boxes.filter((box) => box.checked).length
    all.hidden = boxes.length === 0
    all.checked = checked > 0 && checked === boxes.length
    all.indeterminate = checked > 0 && checked < boxes.length
  }
  const total = $$(`${isMarkable}:checked`).length
  for (const out of $$('[data-selected]')) {
    out.hidden = false
    out.textContent = [total, out.dataset.selected].join(' ')
  }
}
addEventListener('change', ({ target }) => {
  if ('all' in target.dataset) for (const box of $$(isMarkable, target.closest('table'))) box.checked = target.checked
  if (target.closest('td.mark-cell')) count()
})
count()

// How much of a text area is left.
for (const area of $$('[data-left]')) {
  const out = document.createElement('p')
  out.className = 'muted'
  const tell = () => (out.textContent = [area.maxLength - area.value.length, area.dataset.left].join(' '))
  area.addEventListener('input', tell)
  area.after(out)
  tell()
}

// A long list of choices is looked through by words. What is written there is never sent: the field has no name.
for (const box of $$('[data-filter]')) {
  const field = $('input', box)
  const list = document.getElementById(box.dataset.filter)
  const choices = $$('.ds-field', list)
  const shown = () => choices.filter((one) => !one.hidden)
  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const one of choices) {
      const text = [one.textContent, one.dataset.also].join(' ').toLowerCase()
      one.hidden = !words.every((word) => text.includes(word))
    }
    for (const group of $$('fieldset', list)) group.hidden = !shown().some((one) => group.contains(one))
    $('[data-none]', box).hidden = shown().length > 0
  }
  box.hidden = false
  field.addEventListener('input', filter)
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const [first] = shown()
    if (first && field.value.trim()) $('input', first).click()
    $('input', first ?? box).focus()
  })
}

// The header's panel closes by a press outside it.
addEventListener('click', ({ target }) => {
  for (const panel of $$('[data-panel][open]')) if (!panel.contains(target)) panel.open = false
})

// Keys.
const rows = () => $$('[data-worklist] tbody tr:not([data-own-keys])')
const rowLink = (row) => $('a[href]', row)
const rowNow = () => document.activeElement?.closest('[data-worklist] tbody tr')
const move = (step) => {
  const all = rows().filter(rowLink)
  const at = all.indexOf(rowNow())
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step]
  if (next) rowLink(next).focus()
  return all.length > 0
}
const leave = () => {
  const open = $('[data-panel][open], [data-keys][open]')
  if (open) {
    open.open = false
    $('summary', open).focus()
  } else document.activeElement?.blur()
}
const meet = () => {
  const form = $('form[data-meeting=on]')
  if (!form) return false
  $('main').hidden = true
  document.title = 'Ungdomslots'
  form.requestSubmit()
}
const help = () => {
  const keys = $('[data-keys]')
  if (!keys) return false
  keys.open = true
  $('summary', keys).focus()
}
const search = () => {
  const field = $('main input[type=search]')
  if (!field) return false
  field.focus()
  field.select()
}
const mark = () => {
  const box = rowNow() && $(isMarkable, rowNow())
  if (!box) return false
  box.click()
}
const inRow = (step) => (rowNow() ? move(step) : false)
const keys = {
  m: meet,
  '/': search,
  '?': help,
  j: () => move(1),
  k: () => move(-1),
  x: mark,
  ArrowDown: () => inRow(1),
  ArrowUp: () => inRow(-1),
  Enter: () => {
    if (!document.activeElement?.matches('td.mark-cell input') || !rowNow()) return false
    rowLink(rowNow()).click()
  },
}
const isTyping = (target) =>
  target.matches?.('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit])')
addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
  if (event.target.closest?.('[data-own-keys]')) return
  if (event.key === 'Escape') return leave()
  const act = keys[event.key]
  if (!act || isTyping(event.target) || (event.repeat && event.key.length === 1 && !'jk'.includes(event.key))) return
  if (act() !== false) event.preventDefault()
})
