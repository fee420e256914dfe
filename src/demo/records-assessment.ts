import { type DayNumber, national, yearOf } from './calendar.ts'
import { type Person, echelonRank, educationOf } from './person.ts'
import { type Row, randomOf } from './records-identity.ts'
import { appraisalsOf, sanctionRows } from './records-career.ts'
import { coursesOf, leadershipRows } from './records-training.ts'
import type { Roster } from './roster.ts'

export const competencies = ['M.1', 'M.2', 'M.3', 'M.4', 'M.5', 'M.6', 'M.7', 'M.8', 'SK.1'] as const

// Where the city stands against what a post asks, in levels. Offices that serve citizens are weak in communication,
// public service and change: the story the demonstration tells.
const everywhere = [0.1, 0, -0.1, -0.1, 0, -0.25, -0.25, -0.15, 0.1]
const atTheCounter = [0, 0, -0.55, 0, -0.75, 0, -0.6, 0, 0]

const expected: Record<string, number> = { PM: 1.2, TR: 1.5, MH: 2, PY: 3, PT: 2, MU: 3, MA: 4, UT: 4.2 }

const levelHeld = (person: Person): number => {
  const rank = echelonRank(person)
  return rank ? 6 - rank : person.level ? expected[person.level]! : 1.35
}

export interface Rating {
  competency: string
  level: number
  rater: 'diri' | 'atasan' | 'asesor' | 'pusat'
  raterNip: string | null
  on: DayNumber
  note: string | null
}

const level = (value: number) => Math.min(5, Math.max(1, Math.round(value)))

/**
 * Assessments by raters kept apart: people see themselves half a level higher, each supervisor has a severity of their
 * own, assessors and the assessment centre err least. About 12 % of the persons are not assessed by anybody.
 */
export function ratingsOf(person: Person, roster: Roster, on: DayNumber): Rating[] {
  const random = randomOf(person, 'asesmen')
  if (random.chance(0.12) || person.start > on - 90) return []
  const held = levelHeld(person)
  const asked: { code: string; truth: number }[] = competencies.map((code, n) => ({
    code,
    truth:
      0.12 +
      held * 0.87 +
      person.skill * 0.3 +
      everywhere[n]! +
      (person.unit.service ? atTheCounter[n]! : 0) +
      random.normal() * 0.35,
  }))
  const technical = person.unit.technical
  if (technical && person.kind === 'functional')
    asked.push({ code: technical, truth: Math.min(5, held) + person.skill * 0.35 + random.normal() * 0.5 })
  const ratings: Rating[] = []
  const rate = (rater: Rating['rater'], raterNip: string | null, bias: number, error: number) => {
    const day = Math.max(
      person.start + 60,
      on - (random.chance(0.05) ? random.between(1100, 1400) : random.between(20, 700)),
    )
    for (const { code, truth } of asked) {
      if (rater === 'pusat' && code.startsWith('T.')) continue
      const given = level(truth + bias + random.normal() * error)
      const note = rater === 'atasan' && random.chance(0.03) ? noteOn(code, given, held) : null
      ratings.push({ competency: code, level: given, rater, raterNip, on: day, note })
    }
  }
  const roll = random.next()
  if (roll < 0.82) rate('diri', person.nip, 0.45, 0.4)
  if (person.supervisor && (roll < 0.6 || roll >= 0.82))
    rate('atasan', person.supervisor.nip, severityOf(person.supervisor), 0.45)
  const assessor =
    roster.assessors.length > 0 && !person.heads && random.chance(0.06) ? random.pick(roster.assessors) : null
  if (assessor && assessor !== person) rate('asesor', assessor.nip, 0, 0.3)
  if (person.kind === 'structural' && random.chance(0.85)) rate('pusat', null, -0.1, 0.25)
  return ratings
}

const severityOf = (supervisor: Person): number => randomOf(supervisor, 'severity').normal() * 0.35

function noteOn(code: string, given: number, held: number): string {
  if (code === 'M.5' && given < held) return 'Perlu lebih ramah dan tanggap terhadap pemohon layanan'
  if (code === 'M.3' && given < held) return 'Informasi kepada warga belum selalu jelas'
  return given < held ? 'Perlu pendampingan' : 'Sudah menjadi contoh bagi rekan kerja'
}

/** `asesmen`: one row per person, competency and rater. */
export const assessmentRows = (person: Person, roster: Roster, on: DayNumber): Row[] =>
  ratingsOf(person, roster, on).map((rating) => ({
    nip: person.nip,
    kompetensi: rating.competency,
    level: String(rating.level),
    penilai: rating.rater,
    nipPenilai: rating.raterNip,
    tanggal: national(rating.on),
    catatan: rating.note,
  }))

// The published points of PermenPANRB 38/2018 and Peraturan BKN 8/2019. They are repeated here on purpose: a value that came
// out of the product's own rule set could not be compared with it.
const education: Record<string, number> = {
  '50': 25,
  '45': 20,
  '42': 15,
  '40': 15,
  '35': 15,
  '30': 10,
  '17': 5,
  '15': 5,
  '10': 1,
  '05': 1,
}
const predicate = [0, 30, 25, 15, 5, 1]
const sanction: Record<string, number> = { R: 3, S: 2, B: 1 }
const leadershipFor: Record<number, string> = { 2: '4', 3: '3', 4: '2' }

/** `nilaiipasn`: the official index of the year before `on`, for most PNS; some differ from an estimate, as they do in life. */
export function officialIndexRows(person: Person, on: DayNumber): Row[] {
  const random = randomOf(person, 'nilaiipasn')
  const year = yearOf(on) - 1
  const measured = person.confirmed !== null && yearOf(person.confirmed) <= year && random.chance(0.94)
  if (!measured) return []
  const courses = coursesOf(person, on)
  const rank = echelonRank(person)
  const technical =
    courses.filter((c) => c.form[2] === 'T' && yearOf(c.begin) === year).reduce((sum, c) => sum + c.hours, 0) >= 20
  const seminar = courses.some((c) => c.form[2] === 'P' && yearOf(c.begin) >= year - 1 && yearOf(c.begin) <= year)
  const own = rank
    ? leadershipRows(person, on).some((row) => row.latihanStrukturalId === leadershipFor[rank])
    : courses.some((c) => c.form[2] === 'F')
  const general = person.kind === 'general'
  const kompetensi =
    (own && !general ? 15 : 0) + (technical ? (general ? 22.5 : 15) : 0) + (seminar ? (general ? 17.5 : 10) : 0)
  const before = appraisalsOf(person, on).find((a) => a.year === year - 1)
  const kinerja = random.chance(0.04) ? 25 : predicate[before?.predicate ?? 0]!
  const worst = sanctionRows(person, on)[0]
  const disiplin = worst && !worst.skPembatalanTanggal ? sanction[String(worst.jenisTingkatHukumanId)]! : 5
  const kualifikasi = education[educationOf(person).level]!
  const subtotal = kualifikasi + kompetensi + kinerja + disiplin
  return [{ nip: person.nip, tahun: String(year), kualifikasi, kompetensi, kinerja, disiplin, subtotal }]
}
