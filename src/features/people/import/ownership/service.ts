import type { Candidate, Owner } from '../kind/rules.ts'
import type { Persons } from '../staging/queries.ts'
import type { Arrived } from '../repetition/service.ts'

/** Finds whom each row belongs to. The NIP leads; a national id that names somebody else is a contradiction, not a hint. */
export function readOwners(rows: readonly Arrived[], persons: Persons, links: Readonly<Record<string, string>>): void {
  for (const { candidate } of rows) {
    const { ref } = candidate
    const owner = ref.nip === undefined ? ownerById(ref.nationalId, persons) : ownerByNip(ref.nip, persons)
    if (owner === undefined) refuse(candidate, 'import.unknown-person', '', ref.nip ?? ref.nationalId ?? null)
    else if (ref.nationalId !== undefined && owner.nationalId !== null && ref.nationalId !== owner.nationalId)
      refuse(candidate, 'import.person-contradicts', '', ref.nationalId, { nip: owner.nip })
    else candidate.owner = { personId: owner.personId, nip: owner.nip, nationalId: owner.nationalId, name: owner.name }
    for (const [fact, column] of Object.entries(links)) {
      const nip = candidate.facts[fact]
      if (typeof nip === 'string' && !ownerByNip(nip, persons)) refuse(candidate, 'import.unknown-person', column, nip)
    }
  }
}

/**
 * Finds which person of the register each row of `data-utama` is: the one with its national id, whose NIP may have
 * changed, else the one with its NIP.
 */
export function readIdentities(rows: readonly Arrived[], persons: Persons): void {
  for (const { candidate } of rows) {
    const nip = candidate.ref.nip!
    const nationalId = (candidate.facts.nationalId as string | null) ?? null
    const byId = nationalId === null ? undefined : persons.byNationalId.get(nationalId)
    const byNip = persons.byNip.get(nip)
    if (byId && byNip && byId.personId !== byNip.personId) {
      refuse(candidate, 'import.nip-of-another', '', nip, { name: byNip.name })
      continue
    }
    const known = byId ?? byNip
    candidate.recordKey = nip
    candidate.owner = {
      personId: known?.personId ?? null,
      nip,
      nationalId: nationalId ?? known?.nationalId ?? null,
      name: String(candidate.facts.name),
    }
  }
}

const ownerByNip = (nip: string, persons: Persons): Owner | undefined =>
  persons.stagedByNip.get(nip) ?? persons.byNip.get(nip)

const ownerById = (id: string | undefined, persons: Persons): Owner | undefined =>
  id === undefined ? undefined : (persons.stagedByNationalId.get(id) ?? persons.byNationalId.get(id))

const refuse = (
  { reasons }: Candidate,
  code: string,
  column: string,
  value: unknown,
  params: Record<string, string> = {},
): void => void reasons.push({ code, column, value, params })
