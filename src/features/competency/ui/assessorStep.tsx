import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { DateField } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { PersonSearch } from './personSearch.tsx'

export interface AssessorChoice {
  assessor: { personId: number; name: string } | null
  /** The day on which the assessor judged. */
  on: string
}

/** Who assessed and when: an officer writes down what somebody else has found. */
export function AssessorStep({
  value,
  onChange,
}: {
  value: AssessorChoice
  onChange: (choice: AssessorChoice) => void
}) {
  const today = new Date().toLocaleDateString('sv-SE')
  const [on, setOn] = useState(value.on || today)
  const [assessor, setAssessor] = useState(value.assessor)
  return (
    <Card title={t('competency.assessor.title')} lead={t('competency.assessor.lead')}>
      <Form onSend={() => assessor && onChange({ assessor, on })}>
        {assessor ? (
          <ItemList
            items={[
              {
                key: assessor.personId,
                title: assessor.name,
                action: (
                  <Button small onPress={() => setAssessor(null)}>
                    {t('competency.assess.change')}
                  </Button>
                ),
              },
            ]}
          />
        ) : (
          <PersonSearch
            label={t('competency.assessor.search')}
            action={(person) => (
              <Button small onPress={() => setAssessor(person)}>
                {t('competency.assessor.choose')}
              </Button>
            )}
          />
        )}
        <DateField label={t('competency.assessor.on')} value={on} onChange={setOn} latest={today} required />
        {!assessor && <Text quiet>{t('competency.assessor.first')}</Text>}
        <Button kind="primary" type="submit" disabled={!assessor}>
          {t('competency.assess.next')}
        </Button>
      </Form>
    </Card>
  )
}
