/** What somebody is typing while the page is drawn anew: kept, with what was unfolded. */

const keyOf = (form) => {
  const stop = form.querySelector('[name=stop]')?.value ?? form.dataset.do ?? ''
  return [stop, form.querySelector('[name=act]')?.value ?? '', form.getAttribute('action') ?? ''].join(' ')
}
const stopOf = (details) => details.querySelector('[name=stop]')?.value ?? details.querySelector('summary')?.textContent

/** Remembers what is typed in the forms, save the one that was just sent. */
export function remember(root, sent = null) {
  const forms = [...root.querySelectorAll('form')].filter((form) => form !== sent)
  const values = new Map(
    forms.map((form) => [keyOf(form), [...new FormData(form)].filter(([name]) => /^(note|result|code|pick-)/.test(name))]),
  )
  const open = new Set([...root.querySelectorAll('details[open]')].map(stopOf))
  const active = document.activeElement
  const focus = active?.form && active.form !== sent ? [keyOf(active.form), active.name, active.value] : null
  return { values, open, focus }
}

const named = (form, name) => [...form.elements].filter((field) => field.name === name)

function fill(form, values) {
  for (const [name, value] of values) {
    for (const field of named(form, name)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value
      else field.value = value
    }
  }
}

const isTextual = (field) => field.type !== 'radio' && field.type !== 'submit'

/** Puts it back. */
export function restore(root, { values, open, focus }) {
  for (const details of root.querySelectorAll('details')) if (open.has(stopOf(details))) details.open = true
  for (const form of root.querySelectorAll('form')) {
    fill(form, values.get(keyOf(form)) ?? [])
    if (focus === null || focus[0] !== keyOf(form)) continue
    const same = named(form, focus[1])
    const field = same.find((one) => isTextual(one) || one.value === focus[2])
    field?.focus()
  }
}
