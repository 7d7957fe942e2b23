/** English words that news is full of and that the dictionaries do not have (or only with a hyphen). */
export const NEWSROOM_WORDS: readonly string[] = (
  'airstrike airstrikes backchannel bomblet bomblets burqa burqas ceasefires checkpoint checkpoints clickbait crowdfund crowdfunded ' +
  'crowdfunding deepfake deepfakes deradicalisation deradicalization disinformation fundraise fundraised fundraises geolocate ' +
  'geolocated geolocation hijab hijabs intifada intifadas jihadi jihadis jihadism jihadist jihadists jirga jirgas kibbutznik ' +
  'livestream livestreamed livestreams lockdown lockdowns madrasa madrasas madrasah madrasahs madrassa madrassas microplastics ' +
  'misogynistic moshav mujahid mujahideen mukhtar niqab niqabs paywall paywalls podcaster podcasters reshare reshared ' +
  'rideshare shura sharia smartphone smartphones takfiri takfiris tranche tranches ulema ulama vlogger vloggers warlordism ' +
  'webinar webinars whataboutism whistleblow whistleblowers whistleblower wiretap wiretaps wiretapped'
).split(' ');
