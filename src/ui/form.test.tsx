/** Fields, groups, forms: what belongs together is tied together, and hostile text stays text. */
import { describe, expect, it } from 'vitest'
import { drawn } from './drawn.testbed.ts'
import { Button, LinkButton } from './button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from './choice.tsx'
import { Field, Select, TextArea } from './field.tsx'
import { Confirm, Form, FormErrors, problemOf } from './form.tsx'
import { LangProvider } from './ui.texts.ts'

const hostile = `"><script>alert('x')</script>`
const frame = { formToken: 'token-1' }
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B', hint: 'Om B' },
]

describe('a field', () => {
  it('ties label, hint and problem to the input', () => {
    const html = drawn(<Field name="phone" label="Telefon" hint="Med riktnummer" problem="Skriv ett nummer" />)
    expect(html).toContain('<label class="ds-label" for="phone">Telefon</label>')
    expect(html).toContain('id="phone-hint"')
    expect(html).toContain('id="phone-problem"')
    expect(html).toMatch(/<input[^>]*id="phone"[^>]*aria-invalid="true"[^>]*aria-describedby="phone-problem phone-hint"/)
  })

  it('says nothing of hints, problems and values it has not', () => {
    const html = drawn(<Field name="phone" label="Telefon" value={null} maxlength={undefined} />)
    expect(html).not.toMatch(/aria-|value=|maxlength|required|undefined|null/)
    expect(html).toContain('autocomplete="off"')
  })

  it('keeps an empty value and a zero', () => {
    expect(drawn(<Field name="n" label="N" type="number" value={0} min={0} />)).toMatch(/value="0".*|min="0"/)
    expect(drawn(<Field name="n" label="N" value="" />)).toContain('value=""')
  })

  it('marks what is optional in the language of the page, and what is required to machines', () => {
    const field = <Field name="on" label="Day" required={false} />
    expect(drawn(field)).toContain('(frivilligt)')
    expect(drawn(<LangProvider value="en">{field}</LangProvider>)).toContain('(optional)')
    expect(drawn(<Field name="on" label="Dag" required />)).toMatch(/<input[^>]* required/)
  })

  it('lets no hostile text out', () => {
    for (const html of [
      drawn(<Field name="q" label={hostile} hint={hostile} problem={hostile} value={hostile} placeholder={hostile} />),
      drawn(<TextArea name="q" label={hostile} value={`</textarea>${hostile}`} />),
      drawn(<Select name="q" label="Q" options={[{ value: hostile, label: hostile }]} blank={hostile} />),
      drawn(<RadioGroup name="q" label={hostile} options={[{ value: hostile, label: hostile }]} problem={hostile} />),
      drawn(<Button value={hostile}>{hostile}</Button>),
      drawn(<LinkButton href={hostile}>{hostile}</LinkButton>),
    ]) {
      expect(html).not.toContain('<script')
      expect(html.match(/<\/textarea>/g)?.length ?? 0).toBeLessThan(2)
    }
  })
})

describe('a choice', () => {
  it('selects the one that is chosen', () => {
    const html = drawn(<Select name="kind" label="Slag" blank options={options} value="b" />)
    expect(html).toContain('<option value="">Välj …</option>')
    expect(html).toMatch(/<option value="b" selected=""/)
    expect(html).not.toMatch(/<option value="a" selected/)
  })

  it('has a legend, ids of its own, and the group id on the first radio so that the summary leads there', () => {
    const html = drawn(<RadioGroup name="outcome" label="Hur gick det" options={options} value="b" problem="Välj" required />)
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="outcome-problem"/)
    expect(html).toMatch(/<legend[^>]*>Hur gick det/)
    expect(html).toMatch(/id="outcome"[^>]*value="a"/)
    expect(html).toMatch(/id="outcome-2"[^>]*value="b"[^>]*checked=""[^>]*aria-describedby="outcome-2-hint"/)
    expect(html).toContain('for="outcome-2"')
  })

  it('ticks any number of boxes', () => {
    const html = drawn(<CheckboxGroup name="ways" label="Sätt" options={options} values={['a', 'b']} />)
    expect(html.match(/checked=""/g)).toHaveLength(2)
    expect(drawn(<Checkbox name="yes" label="Ja" />)).not.toContain('checked')
  })
})

describe('a form', () => {
  it('posts with the token, and the token for once when there is one', () => {
    const html = drawn(
      <Form frame={frame} action="/spara" once="once-1" givesFile>
        <Button>Spara</Button>
      </Form>,
    )
    expect(html).toMatch(/<form method="post" action="\/spara"/)
    expect(html).toContain('name="formToken" value="token-1"')
    expect(html).toContain('name="once" value="once-1"')
    expect(html).toContain('data-gives-file')
    expect(drawn(<Form frame={frame} action="/spara" children="" />)).not.toContain('once')
  })

  it('with a name is a landmark by itself, and a group in a row, where another row can have the same name', () => {
    expect(drawn(<Form frame={frame} action="/spara" label="Logga" children="" />)).toMatch(/<form[^>]* aria-label="Logga"/)
    const inRow = drawn(<Form frame={frame} action="/spara" label="Logga" inline children="" />)
    expect(inRow).toContain('<div class="row" role="group" aria-label="Logga">')
    expect(inRow).not.toMatch(/<form[^>]* aria-label/)
  })

  it('sums up what must be mended, each a link to its field, and nothing when nothing is', () => {
    const problems = [
      { field: 'phone', text: hostile },
      { field: 'on', text: 'Välj en dag' },
    ]
    const html = drawn(<FormErrors problems={problems} />)
    expect(html).toContain('2 uppgifter behöver rättas')
    expect(html).toContain('<a href="#on">Välj en dag</a>')
    expect(html).toMatch(/role="alert" tabindex="-1"/)
    expect(html).not.toContain('<script')
    expect(drawn(<FormErrors problems={[]} />)).toBe('')
    expect(problemOf(problems, 'on')).toBe('Välj en dag')
    expect(problemOf(problems, 'name')).toBeUndefined()
  })

  it('asks before it does', () => {
    const html = drawn(<Confirm frame={frame} action="/x" label="Avsluta …" question="Avslutas nu." confirm="Ja" danger />)
    expect(html.indexOf('Avslutas nu.')).toBeLessThan(html.indexOf('>Ja<'))
    expect(html).toMatch(/<summary class="ds-button" data-variant="secondary" data-color="danger">Avsluta …/)
  })
})
