import type { FieldProblem } from '../problem.ts'
import { formatDay } from '../formats.ts'
import type { Language } from '../../shared/words.ts'
import { activeLanguage, t } from '../words.ts'
import { Button } from './button.tsx'
import { type Option, SelectField, CheckField } from './choices.tsx'
import { type Fact, DescriptionList, Disclosure } from './descriptionList.tsx'
import { DateField, LongTextField, NumberField, TextField } from './fields.tsx'
import { Notice } from './form.tsx'
import { Row, Stack } from './layout.tsx'

type Items = readonly unknown[]
type Fields = Readonly<Record<string, unknown>>

/** How the values of a document are called and chosen; a path is `performance.scale.missing.points`. */
export interface ValueWords {
  label: (path: string) => string
  /** The few values a text may have. */
  choices?: (path: string) => readonly Option[] | undefined
  /** What an empty value would be if it were filled in. */
  kindOfEmpty?: (path: string) => 'number' | 'text' | 'day'
  /** Parts that are not shown, such as those with fields of their own. */
  hidden?: (path: string) => boolean
}

export interface ValueEditorProps extends ValueWords {
  value: unknown
  /** Without it the document is only shown. */
  onChange?: (value: unknown) => void
  /** What the server found wrong, by path. */
  errors?: readonly FieldProblem[]
}

interface Part extends Omit<ValueEditorProps, 'value'> {
  path: string
  value: unknown
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
const under = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPlainList = (value: unknown): value is Items =>
  Array.isArray(value) && value.every((v) => typeof v !== 'object')
const isLeaf = (value: unknown) => !isFields(value) && (!Array.isArray(value) || isPlainList(value))
const isBilingual = (value: unknown): value is Record<Language, string> =>
  isFields(value) && Object.keys(value).length === 2 && typeof value.id === 'string' && typeof value.en === 'string'

/** A document of named values as a form: numbers, texts, choices, and groups that open. */
export const ValueEditor = (props: ValueEditorProps) => <Group {...props} path="" />

function Group(part: Part) {
  const { value, path, hidden, errors = [] } = part
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value as Fields)
  const children = entries
    .map(([key, child]) => ({ key, path: under(path, key), value: child }))
    .filter((child) => !hidden?.(child.path))
  // Read, a text in two languages is one value; edited, it is both.
  const stands = (child: unknown) => isLeaf(child) || (!part.onChange && isBilingual(child))
  const leaves = children.filter((child) => stands(child.value))
  const own = errors.find((error) => error.path === path)
  const set = (key: string | number, next: unknown) =>
    part.onChange?.(
      Array.isArray(value)
        ? value.map((item: unknown, i) => (i === key ? next : item))
        : { ...(value as Fields), [key]: next },
    )
  return (
    <Stack>
      {own && <Notice tone="bad">{own.message}</Notice>}
      {part.onChange ? (
        leaves.map((leaf) => (
          <Leaf key={leaf.key} {...part} path={leaf.path} value={leaf.value} onChange={(next) => set(leaf.key, next)} />
        ))
      ) : (
        <DescriptionList facts={leaves.map((leaf) => factOf(leaf.path, leaf.value, part))} />
      )}
      {children
        .filter((child) => !stands(child.value))
        .map((child) => (
          <Disclosure
            key={child.key}
            summary={titleOf(child.path, child.value, part)}
            open={errors.some((error) => error.path === child.path || error.path.startsWith(`${child.path}.`))}
          >
            <Group
              {...part}
              path={child.path}
              value={child.value}
              {...(part.onChange ? { onChange: (next: unknown) => set(child.key, next) } : {})}
            />
            {part.onChange && Array.isArray(value) && <ItemActions {...part} at={Number(child.key)} />}
          </Disclosure>
        ))}
    </Stack>
  )
}

/** An item of a list goes by its own name where it has one. */
function titleOf(path: string, value: unknown, { label }: ValueWords): string {
  if (isFields(value))
    for (const name of ['name', 'label', 'code', 'purpose', 'echelon', 'points']) {
      const found = value[name]
      const own = isBilingual(found) ? found[activeLanguage()] : found
      if (/\.\d+$/.test(path) && (typeof own === 'string' || typeof own === 'number'))
        return `${label(path)}: ${label(`${path}.=${own}`)}`
    }
  return label(path)
}

function ItemActions({ value, at, onChange }: Part & { at: number }) {
  const items = value as Items
  return (
    <Row>
      <Button small onPress={() => onChange?.([...items.slice(0, at + 1), items[at], ...items.slice(at + 1)])}>
        {t('web.value.copy')}
      </Button>
      {items.length > 1 && (
        <Button small kind="danger" onPress={() => onChange?.(items.filter((_, i) => i !== at))}>
          {t('web.value.remove')}
        </Button>
      )}
    </Row>
  )
}

const textOf = (value: unknown, path: string, { label, choices }: ValueWords): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return t(value ? 'web.value.yes' : 'web.value.no')
  if (isBilingual(value)) return value[activeLanguage()]
  if (Array.isArray(value)) return value.map((item) => label(`${path}.=${item}`)).join(', ')
  if (typeof value === 'string' && isDay(value)) return formatDay(value)
  return choices?.(path)?.find((option) => option.value === String(value))?.label ?? String(value)
}

const factOf = (path: string, value: unknown, words: ValueWords): Fact => ({
  label: words.label(path),
  value: textOf(value, path, words),
})

const longText = 70

function Leaf({ path, value, onChange, label, choices, kindOfEmpty, errors }: Part) {
  const field = { label: label(path), error: errors?.find((error) => error.path === path)?.message }
  const set = (next: unknown) => onChange?.(next)
  const options = choices?.(path)
  const kind = value === null ? (kindOfEmpty?.(path) ?? 'text') : undefined
  const emptied = (text: string) => (text === '' && kindOfEmpty?.(path) !== undefined ? null : text)

  if (Array.isArray(value)) return <ListField field={field} value={value as Items} onChange={set} />
  if (typeof value === 'boolean') return <CheckField label={field.label} value={value} onChange={set} />
  if (typeof value === 'number' || kind === 'number')
    return <NumberField {...field} value={value as number | null} onChange={set} step={0.001} />
  const text = typeof value === 'string' ? value : ''
  const change = (next: string) => set(emptied(next))
  if (options) return <SelectField {...field} value={text} onChange={change} options={options} />
  if (kind === 'day' || isDay(text)) return <DateField {...field} value={text} onChange={change} />
  if (text.length > longText) return <LongTextField {...field} value={text} onChange={change} rows={3} />
  return <TextField {...field} value={text} onChange={change} />
}

interface ListFieldProps {
  field: { label: string; error: string | undefined }
  value: Items
  onChange: (value: Items) => void
}

/** Short values with commas between them; numbers stay numbers. */
function ListField({ field, value, onChange }: ListFieldProps) {
  const numeric = value.length > 0 && value.every((item) => typeof item === 'number')
  const read = (text: string) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item, i, all) => item !== '' || i === all.length - 1)
      .map((item) => (numeric && item !== '' && Number.isFinite(Number(item)) ? Number(item) : item))
  return (
    <TextField
      {...field}
      hint={t('web.value.list')}
      value={value.join(', ')}
      onChange={(text) => onChange(text === '' ? [] : read(text))}
    />
  )
}
