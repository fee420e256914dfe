import type { SanctionFacts } from '../../record/rules.ts'
import { codeIfKnown, codeOf, day, text } from '../cells/rules.ts'
import { sanctionLevels, sanctionTypes } from '../codes/rules.ts'
import { field, required, sheet } from '../sheet/rules.ts'

type Level = SanctionFacts['level']

/** `rw-hukdis`: one disciplinary sanction (PP 94/2021). The level is the recorded one, else that of the sanction's type. */
export const sanctions = sheet({
  record: 'sanction',
  person: 'owner',
  signatures: [['hukumanTanggal'], ['jenisHukuman'], ['jenisHukumanId'], ['jenisTingkatHukumanId']],
  fields: {
    typeId: field(codeOf(sanctionTypes), 'jenisHukumanId'),
    typeNamed: field(codeIfKnown(sanctionTypes), 'jenisHukuman', 'jenisHukumanNama'),
    recorded: field(codeOf(sanctionLevels), 'jenisTingkatHukumanId', 'jenisTingkatHukuman', 'jenisTingkatHukumanNama'),
    sinceOn: required(day(), 'hukumanTanggal', 'tmtHukuman'),
    untilOn: field(day(), 'akhirHukumTanggal', 'akhirHukumanTanggal'),
    decreeNumber: field(text(150), 'skNomor', 'nomorSk'),
    decreeOn: field(day(), 'skTanggal', 'tanggalSk'),
    revokedOn: field(day(), 'skPembatalanTanggal'),
  },
  facts({ typeId, typeNamed, recorded, ...sanction }, row) {
    const typeCode = typeId ?? typeNamed
    const usual = typeCode === null ? null : (sanctionTypes.row(typeCode)?.level ?? null)
    if (recorded !== null && usual !== null && recorded !== usual) {
      row.at('jenisTingkatHukumanId', recorded).warn('import.sanction-level-differs', { level: usual })
    }
    const level = (recorded ?? usual) as Level | null
    if (level === null) row.missing('jenisTingkatHukumanId', 'recorded', 'typeId')
    row.ordered(sanction.sinceOn, sanction.untilOn, 'akhirHukumTanggal')
    return { ...sanction, typeCode, level }
  },
  naturalKey: (facts) => [facts.typeCode ?? facts.level, facts.sinceOn],
})
