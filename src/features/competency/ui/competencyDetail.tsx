import { formatNumber } from '../../../web/formats.ts'
import { DescriptionList, Disclosure } from '../../../web/kit/descriptionList.tsx'
import { GapBars } from '../../../web/kit/gapBars.tsx'
import { Row, Stack, Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import type { Profile, ProfileCompetency } from './asking.ts'
import { Agreement } from './agreement.tsx'
import { EvidenceList } from './evidenceList.tsx'
import { levelInterval } from './interval.ts'
import { LevelLadder } from './levelLadder.tsx'
import { BandMark, CertaintyMark } from './marks.tsx'
import { RatingList } from './ratingList.tsx'

/** One competency of one person, down to every rating and the article that requires it. */
export function CompetencyDetail({ profile, competency }: { profile: Profile; competency: ProfileCompetency }) {
  const { name, required, level, band, certainty, doubt, gap, interval } = competency
  const range = levelInterval(competency)
  return (
    <Stack>
      <GapBars
        label={name}
        bars={[
          {
            key: name,
            label: t('competency.detail.level'),
            required,
            ...(level === null ? {} : { observed: level }),
            ...(range ? { interval: range } : {}),
          },
        ]}
      />
      <Row>
        <BandMark band={band} />
        <CertaintyMark certainty={certainty} />
      </Row>
      {gap !== null && (
        <Text strong>
          {gap > 0
            ? t('competency.detail.missing', { n: gap })
            : gap < 0
              ? t('competency.detail.above', { n: -gap })
              : t('competency.detail.met')}
          {interval &&
            ` (${t('competency.gap.interval', { low: formatNumber(interval.low), high: formatNumber(interval.high) })})`}
        </Text>
      )}
      {doubt && <Text>{t(`competency.gap.doubt.${doubt}`)}</Text>}
      <LevelLadder competency={competency.competency} required={required} level={level} />
      <RatingList ratings={competency.ratings} spread={competency.spread} />
      <Disclosure summary={t('competency.detail.requirement')}>
        <Requirement competency={competency} profile={profile} />
      </Disclosure>
      <Disclosure summary={t('competency.agreement.title')}>
        <Agreement agreement={competency.agreement} />
      </Disclosure>
      {competency.evidence > 0 && (
        <Disclosure summary={t('competency.evidence.title', { n: competency.evidence })}>
          <EvidenceList personId={profile.person.personId} competency={competency.competency} />
        </Disclosure>
      )}
    </Stack>
  )
}

const Requirement = ({ competency, profile }: { competency: ProfileCompetency; profile: Profile }) => (
  <DescriptionList
    facts={[
      {
        label: t('competency.detail.required'),
        value: formatNumber(competency.required),
        note: competency.requiredWords,
      },
      {
        label: t('competency.detail.from'),
        value: t(`competency.standard.from.${competency.requiredFrom}`),
        note:
          competency.requiredFrom === 'table' && profile.jobKind
            ? t(`competency.job-kind.${profile.jobKind}`)
            : profile.person.postTitle,
      },
      { label: t('competency.detail.basis'), value: competency.legalBasis || null },
      {
        label: t('competency.detail.confidence'),
        value: competency.confidence && t(`competency.confidence.${competency.confidence}`),
      },
    ]}
  />
)
