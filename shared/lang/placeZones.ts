/** IANA time zones and places that datelines name, in English and as their own people write them. */
const PLACES: Readonly<Record<string, string>> = {
  'Asia/Karachi':
    'Islamabad, Karachi, Lahore, Peshawar, Quetta, Rawalpindi, Multan, Faisalabad, Torkham, اسلام آباد, کراچی, لاہور, پشاور, کوئٹہ',
  'Asia/Kabul': 'Kabul, Kandahar, Herat, Jalalabad, Mazar-i-Sharif, کابل',
  'Asia/Kolkata': 'New Delhi, Delhi, Mumbai, Kolkata, Chennai, Bengaluru, Hyderabad, Srinagar',
  'Asia/Dhaka': 'Dhaka, Chittagong',
  'Asia/Tehran': 'Tehran, Isfahan, Mashhad, Tabriz, تهران',
  'Asia/Baghdad': 'Baghdad, Basra, Mosul, Erbil, Kirkuk, بغداد, البصرة, الموصل, أربيل',
  'Asia/Damascus': 'Damascus, Aleppo, Homs, Idlib, دمشق, حلب',
  'Asia/Beirut': 'Beirut, Sidon, Tyre, بيروت, صيدا, صور',
  'Asia/Jerusalem': 'Jerusalem, Tel Aviv, Haifa, Beersheba, Acre, ירושלים, תל אביב, חיפה, עכו',
  'Asia/Gaza': 'Gaza, Gaza City, Khan Younis, Rafah, غزة, خان يونس, رفح',
  'Asia/Hebron': 'Ramallah, Nablus, Hebron, Bethlehem, Jenin, رام الله, نابلس, القدس, جنين',
  'Asia/Amman': 'Amman, Irbid, عمان',
  'Asia/Riyadh': 'Riyadh, Jeddah, Mecca, الرياض, جدة',
  'Asia/Aden': 'Sanaa, Aden, Hodeidah, صنعاء, عدن',
  'Asia/Dubai': 'Dubai, Abu Dhabi, دبي, أبوظبي',
  'Asia/Qatar': 'Doha, الدوحة',
  'Africa/Cairo': 'Cairo, Alexandria, القاهرة, الإسكندرية',
  'Africa/Khartoum': 'Khartoum, Omdurman, الخرطوم',
  'Africa/Tripoli': 'Tripoli, Benghazi, طرابلس, بنغازي',
  'Africa/Tunis': 'Tunis, تونس',
  'Africa/Nairobi': 'Nairobi, Mombasa',
  'Africa/Lagos': 'Lagos, Abuja',
  'Africa/Johannesburg': 'Johannesburg, Cape Town, Pretoria',
  'Europe/Istanbul': 'Istanbul, Ankara, Gaziantep, İstanbul',
  'Europe/Kyiv': 'Kyiv, Kharkiv, Odesa, Lviv',
  'Europe/Moscow': 'Moscow, St. Petersburg',
  'Europe/London': 'London, Manchester, Edinburgh, Belfast',
  'Europe/Paris': 'Paris, Marseille, Lyon',
  'Europe/Berlin': 'Berlin, Munich, Hamburg',
  'Europe/Brussels': 'Brussels',
  'Europe/Zurich': 'Geneva, Zurich',
  'Europe/Rome': 'Rome, Milan',
  'Europe/Madrid': 'Madrid, Barcelona',
  'America/New_York': 'New York, Washington, Boston, Miami, Atlanta',
  'America/Chicago': 'Chicago, Houston, Dallas',
  'America/Los_Angeles': 'Los Angeles, San Francisco, Seattle',
  'Asia/Shanghai': 'Beijing, Shanghai',
  'Asia/Tokyo': 'Tokyo',
  'Australia/Sydney': 'Sydney, Canberra',
};

const ZONES: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([zone, places]) => places.split(', ').map((place) => [place.toLowerCase(), zone])),
);

/** The time zone of the place a dateline begins with; null where it is not known. */
export function zoneOfPlace(dateline: string): string | null {
  const [place = ''] = dateline.replace(/^[\s[(]+/u, '').split(/[,،\])/–—]/u);
  return ZONES.get(place.trim().toLowerCase()) ?? null;
}
