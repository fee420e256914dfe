import { type DayNumber, dayNumber, national, yearOf } from './calendar.ts'
import { forms, providers, service, soft, technicalOf } from './courses.ts'
import { type Person, echelonRank } from './person.ts'
import { type Row, idOfName, nipOldOf, randomOf, recordId } from './records-identity.ts'

const leadership: Record<number, { id: string; name: string; hours: number }> = {
  2: { id: '4', name: 'SPAMEN/SESPA/SESPANAS/PIM II', hours: 300 },
  3: { id: '3', name: 'SEPADYA/SPAMA/PIM III', hours: 320 },
  4: { id: '2', name: 'SEPALA/ADUM/PIM IV', hours: 290 },
}

/** `rw-diklat`: heads usually have the programme of their echelon, some only a lower one, some none. */
export function leadershipRows(person: Person, on: DayNumber): Row[] {
  const rank = echelonRank(person)
  const random = randomOf(person, 'rw-diklat')
  if (person.employment !== 'PNS') return []
  const roll = random.next()
  const programmes: number[] = []
  if (rank) {
    for (let level = 4; level > rank; level--) if (roll < 0.86 && random.chance(0.9)) programmes.push(level)
    if (roll < 0.64) programmes.push(rank)
  } else if (person.grades.at(-1)!.code >= '34' && roll < 0.03) programmes.push(4)
  return programmes.flatMap((level, n) => {
    const { id, name, hours } = leadership[level]!
    const year = Math.max(
      yearOf(person.start) + 3,
      yearOf(person.since) - 3 * (programmes.length - 1 - n) + random.between(0, 1),
    )
    const begin = dayNumber(year, random.between(2, 8), random.between(1, 28))
    if (begin + 120 > on) return []
    return [
      {
        id: recordId(person, 'rw-diklat', n),
        idPns: person.id,
        nipBaru: person.nip,
        nipLama: nipOldOf(person),
        latihanStrukturalId: id,
        latihanStrukturalNama: name,
        nomor: `CONTOH/${year}/${random.between(1000, 9999)}`,
        tanggal: national(begin),
        tahun: String(year),
        path: null,
        jumlahJam: hours,
        tanggalSelesai: national(begin + 110),
        institusiPenyelenggara: random.pick(providers),
      },
    ]
  })
}

interface Course {
  form: (typeof forms)[number] | readonly ['2', 'Diklat Fungsional', 'F', readonly number[], number]
  name: string
  hours: number
  begin: DayNumber
}

const functional = ['2', 'Diklat Fungsional', 'F', [80, 100, 120], 0] as const

/**
 * All other training of three years: a good part of the PNS stays below the 20 hours of PP 11/2017 art. 203, and nobody
 * under a contract is given more than the 24 of PP 49/2018 art. 40.
 */
export function coursesOf(person: Person, on: DayNumber): Course[] {
  const random = randomOf(person, 'rw-kursus')
  const pns = person.employment === 'PNS'
  const courses: Course[] = []
  if (pns && person.kind === 'functional' && random.chance(0.55)) {
    const begin = Math.min(on - 400, Math.max(person.start + 300, person.since + random.between(30, 700)))
    if (begin > person.start)
      courses.push({
        form: functional,
        name: `Diklat Fungsional ${person.title}`,
        hours: random.pick(functional[3]),
        begin,
      })
  }
  const year = yearOf(on)
  const technical = technicalOf(person.unit.crew)
  for (let y = year - 2; y <= year; y++) {
    const wanted = hoursWanted(random, person, pns)
    let left = wanted
    for (let n = 0; left > 0 && n < 6; n++) {
      const form = random.weighted(choices)
      const hours = pns && wanted >= 20 ? random.pick(form[3]) : Math.min(left, random.pick(form[3]))
      const roll = random.next()
      const name =
        roll < 0.62
          ? random.pick(technical)
          : roll < (person.unit.service ? 0.66 : 0.7)
            ? random.pick(service)
            : random.pick(soft)
      const begin = dayNumber(y, 1, 8) + random.between(0, 345)
      left -= hours
      if (begin >= person.start && begin + Math.ceil(hours / 8) <= on) courses.push({ form, name, hours, begin })
    }
  }
  return courses
}

const choices = forms.map((form) => [form, form[4]] as const)

function hoursWanted(random: Random, person: Person, pns: boolean): number {
  const roll = random.next() - person.skill * 0.08
  if (!pns) return roll < 0.42 ? random.between(4, 24) : 0
  if (roll < 0.44) return random.between(20, 44)
  return roll < 0.78 ? random.between(3, 17) : 0
}

type Random = ReturnType<typeof randomOf>

/** `rw-kursus`: read as `noSertipikat` and `jenisKursusSertifikat`, spelt as the national system spells them. */
export function courseRows(person: Person, on: DayNumber): Row[] {
  const random = randomOf(person, 'rw-kursus-rows')
  return coursesOf(person, on).map(({ form, name, hours, begin }, n) => ({
    id: recordId(person, 'rw-kursus', n),
    idPns: person.id,
    nipBaru: person.nip,
    nipLama: nipOldOf(person),
    jenisKursusId: idOfName(name),
    jenisKursusNama: form[1],
    jenisKursusSertifikat: form[2],
    institusiPenyelenggara: random.pick(providers),
    jumlahJam: hours,
    namaKursus: name,
    noSertipikat: `CONTOH/${yearOf(begin)}/${random.between(1000, 99999)}`,
    tahunKursus: String(yearOf(begin)),
    tanggalKursus: national(begin),
    tanggalSelesaiKursus: national(begin + Math.ceil(hours / 8) - 1),
    path: null,
    jenisDiklatId: form[0],
  }))
}
