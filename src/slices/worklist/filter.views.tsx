/** The panel of filters and columns: an ordinary form whose answer has an address of its own. */
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox, CheckboxGroup } from '../../ui/choice.tsx'
import { Field, Select, type Option } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Chips } from '../../ui/tabs.tsx'
import { reasonText } from '../law/index.ts'
import { addressOf, noFilter, queryOf, shippedSort, sortChoices, sortWord, usedFields } from './filter.rules.ts'
import type { ListPageProps } from './list.views.tsx'
import { fieldNames, fieldWords, occupationChoices, reasonChoices, stepKinds, waitsForChoices } from './words.rules.ts'
import { filterTexts } from './filter.texts.ts'
import { worklistTexts } from './worklist.texts.ts'
import { columnNames, shippedColumns, type Filter, type ListView } from './worklist.types.ts'

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const youthNumbers = ['ageFrom', 'ageTo', 'daysAtLeast', 'daysAtMost', 'twentyWithin'] as const
const outreachNumbers = ['unreachedFor', 'untriedFor', 'dueWithin'] as const
type Numbers = (typeof youthNumbers)[number] | (typeof outreachNumbers)[number]
const isNumber = (field: keyof Filter): field is Numbers => [...youthNumbers, ...outreachNumbers].some((one) => one === field)

const NumberField = ({ props, field }: { props: ListPageProps; field: Numbers }) => (
  <Field
    name={fieldNames[field]}
    label={filterTexts[props.frame.lang].fields[field]}
    value={props.shown.view.filter[field]}
    inputmode="numeric"
    size={6}
    maxlength={9}
  />
)

/** Fields that are one of several. */
type Chosen = 'unit' | 'district' | 'reason' | 'assigned' | 'step' | 'waitsFor' | 'phone' | 'occupation'
const written = (field: Chosen, value: string | number): string => (fieldWords[field].write as (value: string | number) => string)(value)

const Choice = ({ props, field, options }: { props: ListPageProps; field: Chosen; options: readonly Option[] }) => {
  const t = filterTexts[props.frame.lang]
  const value = props.shown.view.filter[field]
  const chosen = value === null ? null : written(field, value)
  return <Select name={fieldNames[field]} label={t.fields[field]} options={options} value={chosen} blank={t.any} />
}

const optionsOf = <Key extends string>(field: Chosen, keys: readonly Key[], label: (key: Key) => string): Option[] =>
  keys.map((key) => ({ value: written(field, key), label: label(key) }))

const OutreachChoices = ({ props }: { props: ListPageProps }) => {
  const { lang } = props.frame
  const t = filterTexts[lang]
  return (
    <>
      <Choice props={props} field="step" options={optionsOf('step', stepKinds, (step) => filterTexts[lang].step[step])} />
      <Choice props={props} field="waitsFor" options={optionsOf('waitsFor', waitsForChoices, (whom) => t.waitsFor[whom])} />
      <Choice props={props} field="phone" options={optionsOf('phone', ['has', 'lacks'] as const, (phone) => t.phone[phone])} />
      <Choice props={props} field="occupation" options={optionsOf('occupation', occupationChoices, (state) => t.occupation[state])} />
    </>
  )
}

const named = (choices: readonly { readonly id: number | string; readonly name: string }[]): Option[] =>
  choices.map(({ id, name }) => ({ value: String(id), label: name }))

const Choices = ({ props }: { props: ListPageProps }) => {
  const { lang } = props.frame
  const t = filterTexts[lang]
  const { units, districts, staff } = props.shown.choices
  const reasons = reasonChoices.map((reason) => ({ value: reason, label: upper(reasonText(reason, lang)) }))
  const assigned = [{ value: 'jag', label: t.me }, { value: 'ingen', label: worklistTexts[lang].nobody }, ...named(staff)]
  return (
    <>
      <Choice props={props} field="reason" options={reasons} />
      {units.length > 1 && <Choice props={props} field="unit" options={named(units)} />}
      {districts.length > 0 && <Choice props={props} field="district" options={named(districts)} />}
      <Choice props={props} field="assigned" options={assigned} />
    </>
  )
}

/** The rest of the view travels along: tab and ready list; and all of it but the page where no filter is chosen. */
export const Kept = ({ view }: { view: ListView }) => (
  <>
    {[...new URLSearchParams(queryOf(view))].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const Tick = ({ props, field }: { props: ListPageProps; field: 'unknownOccupation' | 'lastNight' }) => (
  <Checkbox name={fieldNames[field]} label={filterTexts[props.frame.lang].fields[field]} checked={props.shown.view.filter[field]} />
)

const sortOptions = ({ frame: { lang } }: ListPageProps): Option[] =>
  sortChoices.map(({ key, descending }) => ({
    value: sortWord({ key, descending }),
    label: filterTexts[lang].sorts[key][descending ? 1 : 0],
  }))

const FilterForm = ({ props }: { props: ListPageProps }) => {
  const { frame, shown } = props
  const t = filterTexts[frame.lang]
  return (
    <form method="get" action="/ungdomar" class="stack" id="filter" aria-label={t.filterHeading}>
      <Kept view={{ ...shown.view, filter: noFilter, sort: shippedSort, page: 1 }} />
      <div class="filters" role="group" aria-label={t.youthHeading}>
        {youthNumbers.map((field) => (
          <NumberField props={props} field={field} />
        ))}
        <Choices props={props} />
      </div>
      <div class="filters" role="group" aria-label={t.outreachHeading}>
        {outreachNumbers.map((field) => (
          <NumberField props={props} field={field} />
        ))}
        <OutreachChoices props={props} />
        <Select name="sort" label={t.sortLabel} options={sortOptions(props)} value={sortWord(shown.view.sort)} />
      </div>
      <div class="row">
        <Tick props={props} field="unknownOccupation" />
        <Tick props={props} field="lastNight" />
      </div>
      <div class="row">
        <Button>{t.showFiltered}</Button>
        {usedFields(shown.view).length > 0 && <a href={addressOf({ ...shown.view, filter: noFilter, page: 1 })}>{t.clear}</a>}
      </div>
    </form>
  )
}

const ColumnForm = ({ props }: { props: ListPageProps }) => {
  const { frame, shown, newOnce } = props
  const t = filterTexts[frame.lang]
  return (
    <Form frame={frame} action="/ungdomar/kolumner" once={newOnce()}>
      <input type="hidden" name="view" value={queryOf(shown.view)} />
      <CheckboxGroup
        name="column"
        label={t.columnHeading}
        inline
        values={shown.frame.columns ?? shippedColumns}
        options={columnNames.map((value) => ({ value, label: worklistTexts[frame.lang].columns[value] }))}
      />
      <div>
        <Button variant="secondary">{t.saveColumns}</Button>
      </div>
    </Form>
  )
}

/** Filters and columns: shown when they are asked for, or when something in the address could not be read. */
export const FilterPanel = (props: ListPageProps) =>
  props.isFilterOpen || props.unread.length > 0 ? (
    <Card
      heading={filterTexts[props.frame.lang].filter}
      action={<a href={addressOf(props.shown.view)}>{filterTexts[props.frame.lang].close}</a>}
    >
      <FilterForm props={props} />
      <hr />
      <ColumnForm props={props} />
    </Card>
  ) : null

const namedIn = (choices: readonly { readonly id: number | string; readonly name: string }[], id: number | string | null): string =>
  choices.find((one) => one.id === id)?.name ?? '?'

type Texted = 'waitsFor' | 'phone' | 'occupation' | 'step'

const chosenText = (field: Texted, { frame: { lang }, shown }: ListPageProps): string => {
  const { waitsFor, phone, occupation, step } = shown.view.filter
  const t = filterTexts[lang]
  switch (field) {
    case 'waitsFor':
      return waitsFor === null ? '' : t.waitsFor[waitsFor]
    case 'phone':
      return phone === null ? '' : t.phone[phone]
    case 'occupation':
      return occupation === null ? '' : t.occupation[occupation]
    case 'step':
      return step === null ? '' : filterTexts[lang].step[step]
  }
}

/** What a used field says, in words. */
function valueText(field: keyof Filter, props: ListPageProps): string {
  const { lang } = props.frame
  const { choices, view } = props.shown
  const { filter } = view
  if (isNumber(field)) return String(filter[field])
  switch (field) {
    case 'unit':
      return namedIn(choices.units, filter.unit)
    case 'district':
      return namedIn(choices.districts, filter.district)
    case 'reason':
      return reasonText(filter.reason ?? '', lang)
    case 'assigned':
      if (filter.assigned === 'me') return filterTexts[lang].me
      return filter.assigned === 'nobody' ? worklistTexts[lang].nobody : namedIn(choices.staff, filter.assigned)
    case 'unknownOccupation':
    case 'lastNight':
      return ''
    case 'waitsFor':
    case 'phone':
    case 'occupation':
    case 'step':
      return chosenText(field, props)
  }
}

/** The filters in use, each a link that takes it away, and the way to the panel. */
export const UsedFilters = (props: ListPageProps) => {
  const { frame, shown } = props
  const t = filterTexts[frame.lang]
  const { view } = shown
  const links = usedFields(view).map((field) => {
    const value = valueText(field, props)
    const filter = { ...view.filter, [field]: noFilter[field] }
    const label = value === '' ? t.fields[field] : `${t.fields[field]}: ${value}`
    return { href: addressOf({ ...view, filter, page: 1 }), label, count: null, current: true }
  })
  const query = queryOf(view)
  return (
    <div class="row">
      <a href={`/ungdomar?${query === '' ? '' : `${query}&`}visa=filter#filter`}>{t.filter}</a>
      {links.length > 0 && <Chips label={t.usedLabel} links={links} />}
    </div>
  )
}
