import type { PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Language } from '../../../shared/words.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { assessingPartsOf } from '../access.ts'
import type { Gap } from '../gap/rules.ts'
import { competencyRulesOn, type StoredRules } from '../parameters/queries.ts'
import { type PrecisionRow, precisionRows, tableOf } from '../precision/queries.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import { personInPost, ratingsShown, type ShownRating } from './queries.ts'
import { profileOf } from './rules.ts'

export async function showProfile({ db, actor, today }: Ctx, input: { personId?: PersonId | undefined }) {
  const personId = input.personId ?? actor.personId
  const person = personId === null ? undefined : await personInPost(db, actor, personId, today)
  if (personId === null || !person) throw new Refusal('competency.person-unknown', 404)
  const rules = await competencyRulesOn(db, today)
  const precision = await precisionRows(db)
  const ratings = await ratingsShown(db, personId, today)
  const own = person.ownRequirements ?? []
  const profile = profileOf(
    {
      post: person.kind === null ? null : { ...person, kind: person.kind },
      requirements: own.flatMap(({ competency, level }) => (level === null ? [] : [{ competency, level }])),
      ratings,
    },
    rules,
    tableOf(precision),
  )

  const words = wordsIn(rules, actor.language)
  const shown = shownRatings(profile)
  const required = new Set(profile.standard.map((r) => r.competency))
  return {
    on: today,
    person,
    jobKind: profile.jobKind ?? null,
    competencies: profile.gaps.map((gap, at) => ({
      ...gap,
      ...words.of(gap.competency),
      legalBasis:
        gap.requiredFrom === 'table'
          ? rules.standards.legalBasis
          : (own.find(({ competency }) => competency === gap.competency)?.legalBasis ?? ''),
      confidence: profile.standard[at]!.confidence,
      requiredWords: words.level(gap.competency, gap.required),
      levelWords: words.level(gap.competency, gap.level),
      interval: gap.interval && { low: gap.interval[0], high: gap.interval[1] },
      ratings: shown(gap.competency, gap),
      spread: spreadOf(profile.standing, gap.competency),
      evidence: evidenceFor(ratings, gap.competency),
      agreement: agreementOn(precision, gap.competency),
    })),
    beyond: [...new Set(ratings.map((rating) => rating.competency))]
      .filter((competency) => !required.has(competency))
      .map((competency) => ({
        competency,
        ...words.of(competency),
        ratings: shown(competency),
        evidence: evidenceFor(ratings, competency),
      })),
    match: profile.match,
    mayAssessAs: assessingPartsOf(actor, person),
    confidenceLevel: rules.parameters.gap.confidenceLevel,
    validityYears: rules.parameters.assessment.validityYears,
    basis: rules.basis,
  }
}

const wordsIn = ({ competencies }: StoredRules, language: Language) => ({
  of: (code: CompetencyCode) => {
    const competency = competencies.get(code)
    return { name: competency?.name[language] ?? code, kind: competency?.kind ?? null }
  },
  level: (code: CompetencyCode, level: Level | null) =>
    level === null ? null : (competencies.get(code)?.levels[level - 1]?.[language] ?? null),
})

/** The ratings of one competency: the one of record first, the others beside it, then those too old to count. */
const shownRatings =
  ({ standing, expired }: { standing: readonly ShownRating[]; expired: readonly ShownRating[] }) =>
  (competency: CompetencyCode, gap?: Gap) => {
    const counted = gap?.raters.find(({ ofRecord }) => ofRecord)?.rating
    const row = (rating: ShownRating, state: 'of-record' | 'beside' | 'expired') => ({
      ...rating,
      gap: gap ? gap.required - rating.level : null,
      state,
    })
    const valid = standing.filter((rating) => rating.competency === competency)
    return [
      ...valid.filter((rating) => rating === counted).map((rating) => row(rating, 'of-record')),
      ...valid.filter((rating) => rating !== counted).map((rating) => row(rating, 'beside')),
      ...expired.filter((rating) => rating.competency === competency).map((rating) => row(rating, 'expired')),
    ]
  }

function spreadOf(standing: readonly ShownRating[], competency: CompetencyCode): number | null {
  const levels = standing.flatMap((rating) => (rating.competency === competency ? [rating.level] : []))
  return levels.length < 2 ? null : Math.max(...levels) - Math.min(...levels)
}

const evidenceFor = (ratings: readonly ShownRating[], competency: CompetencyCode): number =>
  ratings.find((rating) => rating.competency === competency)?.evidence ?? 0

const agreementOn = (precision: readonly PrecisionRow[], competency: CompetencyCode) =>
  precision.find((row) => row.competency === competency) ?? null
