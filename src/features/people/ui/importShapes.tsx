import { DescriptionList, Disclosure } from '../../../web/kit/descriptionList.tsx'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'

const national = [
  ...['ref-unor', 'data-utama', 'rw-jabatan', 'rw-golongan', 'rw-pendidikan', 'rw-diklat', 'rw-kursus'],
  ...['rw-skp22', 'rw-skp', 'rw-hukdis', 'nilaiipasn'],
]
const own = ['atasan', 'asesmen']

/** Which files can come in, by their national names, and what each must hold. */
export const ImportShapes = ({ open }: { open: boolean }) => (
  <Disclosure key={String(open)} summary={t('people.import.shapes')} open={open}>
    <Stack>
      <Text>{t('people.import.shapes-lead')}</Text>
      <DescriptionList facts={national.map(factOf)} />
      <Text strong>{t('people.import.shapes-own')}</Text>
      <DescriptionList facts={own.map(factOf)} />
      <Text quiet>{t('people.import.shapes-order')}</Text>
    </Stack>
  </Disclosure>
)

const factOf = (kind: string) => ({
  label: kind,
  value: t(`people.import.kind.${kind}`),
  note: t(`people.import.kind-columns.${kind}`),
})
