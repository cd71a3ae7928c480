/** How hard the plan is to read, told as it is written: the server's own rule. Without this script there is a button that asks the server. */
import { lixSentence } from '../lix.texts.ts'

/** A moment after the last key, so that what is read aloud is not every letter. */
const patienceMs = 400

for (const out of document.querySelectorAll('[data-lix]')) {
  const form = out.closest('form')
  const names = new Set(out.dataset.lix.split(' '))
  const tell = () => {
    const texts = [...form.elements].filter(({ name }) => names.has(name)).map(({ value }) => value)
    const said = lixSentence(texts.join('\n'), out.dataset.lixLang)
    if (out.textContent !== said) out.textContent = said
  }
  let waiting
  form.addEventListener('input', ({ target }) => {
    if (!names.has(target.name)) return
    clearTimeout(waiting)
    waiting = setTimeout(tell, patienceMs)
  })
  tell()
}
