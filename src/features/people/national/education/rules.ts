import { codeOf, day, flag, text, year } from '../cells/rules.ts'
import { educationLevels } from '../codes/rules.ts'
import { field, required, sheet } from '../sheet/rules.ts'

/** `rw-pendidikan`: one diploma. */
export const educations = sheet({
  record: 'education',
  person: 'owner',
  signatures: [['tkPendidikanId', 'tahunLulus'], ['tahunLulus', 'namaSekolah'], ['nomorIjasah'], ['tglLulus']],
  fields: {
    levelCode: required(
      codeOf(educationLevels),
      'tkPendidikanId',
      'tkPendidikanNama',
      'tingkatPendidikanId',
      'tkPendidikan',
    ),
    name: field(text(), 'pendidikanNama'),
    school: field(text(), 'namaSekolah'),
    year: field(year, 'tahunLulus'),
    graduatedOn: field(day('past'), 'tglLulus', 'tanggalLulus'),
    first: field(flag, 'isPendidikanPertama'),
    diplomaNumber: field(text(150), 'nomorIjasah', 'nomorIjazah', 'noIjazah'),
  },
  facts: (said) => ({
    ...said,
    year: said.year ?? (said.graduatedOn === null ? null : Number(said.graduatedOn.slice(0, 4))),
    first: said.first ?? false,
  }),
  naturalKey: (facts) => [facts.levelCode, facts.year, facts.name, facts.school],
})
