import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Language } from '../../../shared/words.ts'
import { indexOf } from '../explanation/rules.ts'
import { gainsOf, withoutSanctions } from '../explanation/withheld/rules.ts'
import type { IndexResult, IndicatorResult } from '../explanation/result/rules.ts'
import { unpackFacts } from '../facts/stored/rules.ts'
import english from '../messages.en.json' with { type: 'json' }
import indonesian from '../messages.id.json' with { type: 'json' }
import { type Reason, sentence } from '../reason/rules.ts'
import { isReproduced } from '../result/rules.ts'
import { ruleSetVersion } from '../ruleset/queries.ts'
import { personToShow, resultsOfPerson } from './queries.ts'

const messages = { id: indonesian, en: english }

export interface Asked {
  year?: number | undefined
  ruleSet?: string | undefined
}

export async function ownIndex(ctx: Ctx, asked: Asked) {
  const { personId } = ctx.actor
  if (personId === null) throw new Refusal('index.no-person', 404)
  return personIndex(ctx, { ...asked, personId })
}

/**
 * The index of one person: the estimate opened down to its records, beside the official value. The explanation is made
 * from the facts kept with the result, so it always explains the value that stands there.
 */
export async function personIndex({ db, actor }: Ctx, asked: Asked & { personId: PersonId }) {
  const person = await personToShow(db, actor, asked.personId, asked.ruleSet)
  if (!person) throw new Refusal('index.unknown-person', 404)
  const results = await resultsOfPerson(db, person.personId, person.ruleSet, asked.year)
  const shown = results.find((result) => result.facts !== null)
  const officials = new Map(person.officials.map((official) => [official.year, official]))
  const year = shown?.year ?? asked.year ?? person.officials.at(-1)?.year ?? null
  const years = [...new Set([...results.map((r) => r.year), ...officials.keys()])].sort((a, b) => a - b)
  return {
    person: {
      personId: person.personId,
      nip: person.nip,
      name: person.name,
      unitId: person.unitId,
      unitName: person.unitName,
      postTitle: person.postTitle,
    },
    year,
    label: sayIn(actor.language, 'index.estimate'),
    ruleSet: person.ruleSet,
    estimate: shown ? await estimateOf() : null,
    official: (year !== null && officials.get(year)) || null,
    trend: years.map((y) => {
      const result = results.find((r) => r.year === y)
      return {
        year: y,
        total: result?.total ?? null,
        category: result?.category ?? null,
        measured: result?.measured ?? null,
        version: result?.version ?? null,
        official: officials.get(y)?.total ?? null,
      }
    }),
  }

  async function estimateOf() {
    const { facts, on, version, because, measured, category, computedAt } = shown!
    const { qualification, competency, performance, discipline, total } = shown!
    const scores = { qualification, competency, performance, discipline, total }
    const rules = await ruleSetVersion(db, person!.ruleSet, version)
    if (!rules) throw new Error(`No ${person!.ruleSet}@${version}`)
    const full = indexOf(unpackFacts(facts!), rules, on)
    const told = person!.sanctionsVisible ? full : withoutSanctions(full)
    return {
      version,
      legalBasis: rules.legalBasis,
      confidence: rules.confidence,
      on,
      computedAt,
      scores,
      category,
      measured,
      reproduced: isReproduced({ version, on, scores, category, measured, because, facts: facts! }, rules),
      ...inWords(told, actor.language),
    }
  }
}

/** Every reason with its sentence in the reader's language. */
function inWords(result: IndexResult, language: Language) {
  const told = <R extends Reason>(reason: R) => ({ ...reason, text: sentence(reason, messages[language], language) })
  const indicatorInWords = (indicator: IndicatorResult) => ({
    ...indicator,
    rule: told(indicator.rule),
    found: told(indicator.found),
    evidence: indicator.evidence.map(told),
    wouldGain: indicator.wouldGain.map(told),
  })
  return {
    unmeasured: result.unmeasured && told(result.unmeasured),
    dimensions: result.dimensions.map((dimension) => ({
      ...dimension,
      indicators: dimension.indicators.map(indicatorInWords),
    })),
    gains: gainsOf(result).map(told),
  }
}
