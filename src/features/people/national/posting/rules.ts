import type { FunctionalLevel, PostKind } from '../../record/rules.ts'
import { codeIfKnown, codeOf, day, id, text } from '../cells/rules.ts'
import { echelons, functionalLevels, postKinds } from '../codes/rules.ts'
import { field, required, sheet } from '../sheet/rules.ts'

/** `rw-jabatan`: one post a person held. The title stands in another column for each kind of post. */
export const postings = sheet({
  record: 'posting',
  person: 'owner',
  signatures: [
    ['tmtJabatan', 'jenisJabatan'],
    ['tmtJabatan', 'namaJabatan'],
    ['tmtJabatan', 'unorId'],
  ],
  fields: {
    kindCode: field(codeOf(postKinds), 'jenisJabatanId', 'jenisJabatan', 'jenisJabatanNama'),
    structural: field(text(), 'jabatanStrukturalNama'),
    functional: field(text(), 'jabatanFungsionalNama'),
    general: field(text(), 'jabatanFungsionalUmumNama'),
    title: field(text(), 'namaJabatan', 'jabatanNama'),
    unitNationalId: field(id, 'unorId'),
    unitName: field(text(), 'unorNama', 'namaUnor'),
    echelon: field(codeOf(echelons), 'eselonId', 'eselon'),
    sinceOn: required(day(), 'tmtJabatan'),
    decreeNumber: field(text(150), 'nomorSk', 'skNomor'),
    decreeOn: field(day(), 'tanggalSk', 'skTanggal'),
  },
  facts(said, row) {
    const echelonCode = echelonOf(said.echelon)
    const postKind = postKindOf({ ...said, echelonCode })
    const title = titleOf(postKind, said)
    if (postKind === null) row.missing('jenisJabatan', 'kindCode', 'structural', 'functional', 'general', 'echelon')
    if (title === null) row.missing('namaJabatan', 'title', 'structural', 'functional', 'general')
    const { unitNationalId, unitName, sinceOn, decreeNumber, decreeOn } = said
    return { postKind, title, unitNationalId, unitName, echelonCode, sinceOn, decreeNumber, decreeOn }
  },
  naturalKey: (facts) => [facts.sinceOn, facts.postKind, facts.title, facts.unitNationalId],
})

interface Titles {
  structural: string | null
  functional: string | null
  general: string | null
  title: string | null
}

/** 00 and 99 of the national table mean that there is no echelon. */
export const echelonOf = (code: string | null): string | null => (code === '00' || code === '99' ? null : code)

/**
 * The kind of post. A double post (`jenisJabatan` 3) is structural when it has an echelon, else functional. Where the
 * nation leaves the kind out, the column that holds the title tells it, then the echelon.
 */
export function postKindOf(
  post: Omit<Titles, 'title'> & { kindCode: string | null; echelonCode: string | null },
): PostKind | null {
  if (post.kindCode === '1') return 'structural'
  if (post.kindCode === '2') return 'functional'
  if (post.kindCode === '3') return post.echelonCode === null ? 'functional' : 'structural'
  if (post.kindCode === '4') return 'general'
  if (post.structural !== null) return 'structural'
  if (post.functional !== null) return 'functional'
  if (post.general !== null) return 'general'
  return post.echelonCode === null ? null : 'structural'
}

/** The title from the column of its kind, then from the common one, then from any that is filled. */
export function titleOf(kind: PostKind | null, { title, ...own }: Titles): string | null {
  return (kind && own[kind]) ?? title ?? own.structural ?? own.functional ?? own.general
}

export const functionalLevelCode = codeIfKnown(functionalLevels)

const levelInTitle = /\b(ahli (?:pertama|muda|madya|utama)|pemula|terampil|mahir|penyelia)\b/i

/** The level of a functional post, from its own column or from a title like "Analis Kebijakan Ahli Muda". */
export function functionalLevelOf(
  kind: PostKind | null,
  code: string | null,
  title: string | null,
): FunctionalLevel | null {
  if (kind !== 'functional') return null
  const inTitle = levelInTitle.exec(title ?? '')?.[1]
  return (code ?? (inTitle && functionalLevels.find(inTitle)) ?? null) as FunctionalLevel | null
}
