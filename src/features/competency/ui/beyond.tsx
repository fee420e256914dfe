import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import type { Profile } from './asking.ts'
import { EvidenceList } from './evidenceList.tsx'
import { RatingList } from './ratingList.tsx'

/** What was rated although the post does not require it: kept, and useful for the next post. */
export const Beyond = ({ profile }: { profile: Profile }) => (
  <Card title={t('competency.profile.beyond')} lead={t('competency.profile.beyondLead')}>
    {profile.beyond.map(({ competency, name, ratings, evidence }) => (
      <Disclosure key={competency} summary={name}>
        <RatingList ratings={ratings} spread={null} />
        {evidence > ratings.length && (
          <Disclosure summary={t('competency.evidence.title', { n: evidence })}>
            <EvidenceList personId={profile.person.personId} competency={competency} />
          </Disclosure>
        )}
      </Disclosure>
    ))}
  </Card>
)
