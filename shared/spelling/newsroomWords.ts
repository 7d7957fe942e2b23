/** Words that news is full of and that the dictionaries do not have (or only with a hyphen). */
const ENGLISH =
  'airstrike airstrikes backchannel bomblet bomblets burqa burqas ceasefires checkpoint checkpoints clickbait crowdfund crowdfunded ' +
  'crowdfunding deepfake deepfakes deradicalisation deradicalization disinformation fundraise fundraised fundraises geolocate ' +
  'geolocated geolocation hijab hijabs intifada intifadas jihadi jihadis jihadism jihadist jihadists jirga jirgas kibbutznik ' +
  'livestream livestreamed livestreams lockdown lockdowns madrasa madrasas madrasah madrasahs madrassa madrassas microplastics ' +
  'misogynistic moshav mujahid mujahideen mukhtar niqab niqabs paywall paywalls podcaster podcasters reshare reshared ' +
  'rideshare shura sharia smartphone smartphones takfiri takfiris tranche tranches ulema ulama vlogger vloggers warlordism ' +
  'glamping crypto influencer influencers metaverse unhoused supermajority supermajorities frontrunner frontrunners matchday matchdays ' +
  'unexploded onshoring nearshoring deglobalisation deglobalization leylandii keffiyeh keffiyehs abaya abayas chador chadors biryani ' +
  'falafel shawarma peshmerga fedayeen khamsin anticorruption backbencher backbenchers battlespace bikeshare biofuel biofuels blowback ' +
  'bodycam bodycams bycatch byelection byelections conspiracist conspiracists cybercrime cybersecurity dashcam dashcams dealmaker dealmakers ' +
  'deepwater defund defunded defunding denazification dieback drawdown edtech fintech fintechs flashpoint flashpoints freediver freedivers frontline ' +
  'glyphosate greenwashing homebuilder homebuilders homebuyer homebuyers hotspot hotspots jobseeker jobseekers megacity megacities ' +
  'megaproject megaprojects microbiome multibillion nanoparticle nanoparticles neoliberal outmigration overfishing overtourism preprint ' +
  'preprints primetime prosecutorial quadcopter quadcopters rebar snowpack stormwater subvariant subvariants superyacht superyachts surveil ' +
  'surveilled surveilling takedown takedowns telehealth undercount unelected unvaccinated videoconference weaponise weaponised weaponize ' +
  'weaponized whistleblowing wildland weeklong monthlong dayslong hourslong decadelong scoresheet wingback wingbacks peloton exosuit mRNA genomic ' +
  'immunotherapy preclinical zoonotic megafauna hominin hominins qubit qubits photonics neurodivergent nonbinary grandkids hygge ramen ' +
  'kimchi tahini labneh mezze kofta dhal paneer inbounds inbounded inbounding ' +
  'webinar webinars whataboutism whistleblow whistleblowers whistleblower wiretap wiretaps wiretapped';
const FRENCH =
  'covid cyberattaque deepfake deepfakes chatbot chatbots écoféminisme wokisme mégabassine mégabassines agrivoltaïsme macroniste macronistes macronie ' +
  'mélenchoniste mélenchonistes lepéniste lepénistes ubérisation surtourisme fake fact-checking streamer streamers streameuse stup stups rugbywoman';
/** As they stand without the article and the small words that are written onto them. */
const ARABIC =
  'نايلون تويتر فيسبوك يوتيوب واتساب تلغرام تيليغرام إنستغرام تيكتوك غوغل كورونا كوفيد أوميكرون متحور متحورات إيبولا موبايل درون بالستي بالستية باليستي ' +
  'باليستية ميليشيا ميليشيات مليشيا مليشيات ميغاواط غيغابايت أوركسترا ليثيوم بيتكوين سيبراني سيبرانية هاكرز ميتافيرس سوشيال ميديا ' +
  'بودكاست هاشتاغ ترند يوتيوبر غاليري بورتريه فانتازيا مانغا بيتزا برغر شوكولا شوكولاتة سوبرماركت فيزا ريختر تونة أفوكادو مانجو كيوي بهارات ' +
  'حوثي حوثية حوثيون حوثيين داعش دواعش داعشي بيشمركة شاباك موساد أونروا يونيسف ناتو بريكس دافوس فاغنر شعبوي شعبوية نيوليبرالية مأسسة ' +
  'حوكمة رقمنة أتمتة جندر جندري جندرية جندرة تشات هيدروكسي أنتيجين جينوم جين جينات جيني جينية ميكروبيوم نانو نانوية سونار كوانتم';
const HEBREW =
  'קורונה ביטקוין פייסבוק טוויטר יוטיוב סמארטפון סמארטפונים פודקאסט פודקאסטים סטארטאפ סטארטאפים רחפן רחפנים כטב"ם כטב"מים כטבמים וואטסאפ ' +
  "טלגרם אינסטגרם טיקטוק גוגל דאעש ג'יהאד גיהאד קטאר משכנתא תיארוך תיארוכים גיאולוג גיאולוגית גיאולוגים גיאולוגיה גיאופוליטי גיאופוליטית גיאותרמי גיאותרמית הייטק סטדיון תיאטרון נטפליקס סולארי סולאריים סולארית מיקרופלסטיק";
const PERSIAN = 'کرونا واتساپ اینستاگرام تلگرام اپلیکیشن اپلیکیشن‌ها بازداشت‌شده بازداشت‌شدگان';

/** Those of all languages: none of them is a slip in another. */
export const NEWSROOM_WORDS: readonly string[] = [ENGLISH, FRENCH, ARABIC, HEBREW, PERSIAN].flatMap((words) =>
  words.split(' '),
);
