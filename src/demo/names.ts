import type { Random } from './random.ts'

/**
 * Names are drawn from given names common in Aceh and combined at random. They look natural in a list and belong to
 * nobody; that the city is synthetic is said by the root unit, by the e-mail domain and by the `sintetis` field.
 */
const men = words(`
  Abdul Adnan Afrizal Agus Ahmad Aidil Akmal Alfian Ali Amiruddin Amri Andika Anwar Arief Aulia Azhari Azwar Bachtiar
  Bahagia Basri Burhan Chairul Darmawan Dedi Edi Eka Fadhil Fahmi Faisal Fajar Fauzan Fauzi Ferdian Firman Furqan
  Ghazali Habibi Haikal Hamdani Hanafiah Haris Hasan Hendra Heri Ibrahim Idris Ikhsan Ilham Ilyas Indra Irfan Irwan
  Iskandar Ismail Jafar Jamaluddin Junaidi Kamal Khairul Khalid Lukman Mahdi Mahmud Mansur Martunis Masri Maulana
  Mirza Muammar Muhajir Muhammad Mukhtar Mulyadi Munawar Munzir Murtala Musliadi Mustafa Muzakir Nasir Nasruddin
  Nazaruddin Nurdin Putra Rahmat Rais Razali Reza Ridha Ridwan Rizal Rizki Rusdi Rusli Safrizal Safwan Saiful Salman
  Samsul Syahrul Syarifuddin Syukri Tarmizi Taufik Umar Usman Wahyudi Yahya Yunus Yusri Yusuf Zahrul Zainal Zaki Zulfan
  Zulfikar Zulkarnain`)

const women = words(`
  Aisyah Ainal Asmaul Asmawati Asri Aulia Azizah Cut Dahlia Dara Desi Devi Dewi Dian Eka Elida Elvira Eriza Erna
  Evi Fadhila Farah Fatimah Fauziah Fitri Fitriani Fonna Halimah Hanum Hasanah Hayatun Hilda Husna Ida Ira Irma Isra
  Izzah Jannah Juliana Kartini Khairani Khairunnisa Laila Lestari Lisa Maghfirah Maisarah Mardhiah Mariana Marlina
  Maulida Mawaddah Meutia Mira Muliana Munira Murni Mutia Nabila Nadia Nailul Naisyah Nanda Nasriah Nazira Nelly Nila
  Nirwana Novita Nur Nuraini Nurhaliza Nurhayati Nurlaila Nurmala Nursiah Oktavia Putri Rahmah Rahmi Raihan Ratna
  Rauzah Rina Risma Rizka Rosdiana Rosmiati Rukiah Safrina Salma Salwa Sara Sari Silvia Siti Sri Suryani Syarifah
  Ulfa Umi Wahyuni Wardah Warni Widya Yanti Yuli Yulia Yusra Zahara Zahra Zakiah Zuhra Zuraida`)

const last = words(`
  Abdya Adhari Afwan Aiyub Akbar Alamsyah Amin Andrian Arrahman Asyura Azmi Badri Basyir Daud Effendi Fadli Fajri
  Firdaus Fitra Gunawan Hadi Hakim Halim Hamid Hamzah Harun Hasbi Hasyim Hidayat Husin Iqbal Jalil Jauhari Kasim
  Kurnia Latif Lubis Maulana Mubarak Mulia Munir Mursyid Musa Nugraha Pratama Rahman Ramadhan Rasyid Risyad Saputra
  Siddiq Suryadi Syafii Syahputra Syahrizal Tahir Thaib Ubaid Wahab Yacob Yasin Yusnadi Zamzami Zikri`)

const lastOfWomen = words(`
  Afifah Agustina Amalia Ananda Anggraini Arifah Astuti Azkia Balqis Damayanti Fajrina Farida Febriani Handayani
  Hartati Hasni Hidayati Humaira Indriani Iskandar Kamila Kurnia Latifah Mahfuzah Maharani Mardhatillah Maulina
  Mukarramah Mulyani Murniati Nasution Nisa Oktaviani Permata Pratiwi Purnama Rahayu Rahmadani Rahmawati Ramadhani
  Safitri Salsabila Saputri Septiani Sulastri Suryana Susanti Syafrida Syahputri Ulya Utami Wahyuni Wulandari Yusnidar`)

const places = [
  ['Lhokseumawe', 40],
  ['Aceh Utara', 24],
  ['Bireuen', 12],
  ['Banda Aceh', 6],
  ['Langsa', 4],
  ['Pidie', 5],
  ['Medan', 4],
  ['Takengon', 3],
  ['Sigli', 2],
] as const

export const birthPlaceOf = (random: Random): string => random.weighted(places)

export function nameOf(random: Random, sex: 'M' | 'F'): string {
  const roll = random.next()
  if (sex === 'M') {
    const first = random.pick(men)
    if (roll < 0.08) return `Teuku ${first} ${random.pick(last)}`
    if (roll < 0.22) return `Muhammad ${first}`
    return roll < 0.5
      ? `${first} ${different(random, men, first)} ${random.pick(last)}`
      : `${first} ${random.pick(last)}`
  }
  const first = random.pick(women)
  if (roll < 0.08) return `Cut ${different(random, women, 'Cut')} ${random.pick(lastOfWomen)}`
  if (roll < 0.36) return `${first} ${different(random, women, first)} ${random.pick(lastOfWomen)}`
  return `${first} ${random.pick(lastOfWomen)}`
}

function different(random: Random, list: readonly string[], than: string): string {
  const word = random.pick(list)
  return word === than ? list[(list.indexOf(word) + 1) % list.length]! : word
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
