import type { Day } from '../../../../shared/dates.ts'
import { isNip, readNip } from '../../../people/identity/rules.ts'
import { changed, mergeRecord } from '../../../people/merge/rules.ts'
import type { RecordFacts, RecordKind } from '../../../people/record/rules.ts'
import { heldPost, type IndexFacts, type RecordKey } from '../../facts/rules.ts'

/** The records the index looks at, with the fields it needs and those that tell two records apart. */
const needed = {
  person: ['employment', 'statusCode', 'educationCode', 'postKind', 'postTitle', 'echelonCode', 'functionalLevel'],
  education: ['levelCode', 'name', 'year', 'graduatedOn'],
  training: [
    'kind',
    'name',
    'typeCode',
    'structuralCode',
    'certificateClass',
    'hours',
    'year',
    'startedOn',
    'endedOn',
    'certificateNumber',
  ],
  appraisal: ['year', 'result', 'behaviour', 'predicate', 'value'],
  sanction: ['typeCode', 'level', 'sinceOn', 'revokedOn'],
  posting: ['postKind', 'title', 'echelonCode', 'sinceOn'],
} as const satisfies { [K in RecordKind]?: readonly (keyof RecordFacts[K])[] }

export type NeededKind = keyof typeof needed
type Needed<K extends NeededKind> = Pick<RecordFacts[K], (typeof needed)[K][number] & keyof RecordFacts[K]>

/** One record of one person, cut to what is needed. */
export type Entry = { [K in NeededKind]: [nip: string, kind: K, key: string, facts: Needed<K>] }[NeededKind]

export const isNeeded = (kind: RecordKind): kind is NeededKind => kind in needed

export function entryOf(nip: string, kind: NeededKind, key: string, facts: object): Entry {
  const all = facts as Record<string, unknown>
  return [nip, kind, key, Object.fromEntries(needed[kind].map((field) => [field, all[field]]))] as unknown as Entry
}

/**
 * The facts of every person in these entries, by NIP in order. A record that comes again is merged as the register
 * merges it; a record that two files hold under different keys but with equal content counts once.
 */
export function* personsIn(entries: Iterable<Entry>, on: Day): Generator<{ nip: string; facts: IndexFacts }> {
  const persons = new Map<string, Map<string, Entry>>()
  for (const entry of entries) {
    const [nip, kind, key, facts] = entry
    const records = persons.get(nip) ?? persons.set(nip, new Map()).get(nip)
    const place = kind === 'person' ? kind : `${kind}|${key}`
    const known = records?.get(place)
    const merged = known === undefined ? facts : changed(known[3], mergeRecord(known[3], {}, facts))
    records?.set(place, [nip, kind, key, merged] as Entry)
  }
  for (const nip of [...persons.keys()].sort()) {
    yield { nip, facts: factsOf(nip, [...(persons.get(nip)?.values() ?? [])], on) }
  }
}

function factsOf(nip: string, entries: readonly Entry[], on: Day): IndexFacts {
  const main = recordsOf(entries, 'person')[0] ?? null
  const read = readNip(nip, on)
  return {
    ...heldPost(main, recordsOf(entries, 'posting'), on),
    // Without main data the number still tells PNS from PPPK.
    employment: main?.employment ?? (isNip(read) ? read.kind : null),
    statusCode: main?.statusCode ?? null,
    educationCode: main?.educationCode ?? null,
    education: recordsOf(entries, 'education'),
    training: recordsOf(entries, 'training'),
    appraisals: recordsOf(entries, 'appraisal'),
    sanctions: recordsOf(entries, 'sanction'),
  }
}

function recordsOf<K extends NeededKind>(entries: readonly Entry[], kind: K): (Needed<K> & { key: RecordKey })[] {
  const seen = new Map<string, Needed<K> & { key: RecordKey }>()
  for (const [, of, key, facts] of entries) {
    if (of !== kind) continue
    const content = JSON.stringify(facts)
    if (!seen.has(content)) seen.set(content, { ...(facts as unknown as Needed<K>), key })
  }
  return [...seen.values()]
}
