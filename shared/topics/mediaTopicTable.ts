/**
 * Part of the IPTC Media Topics (https://iptc.org/standards/media-topics/, IPTC, CC BY 4.0): all subjects of the first level and
 * most of the second, and the third where a news desk needs it most. The codes and what is under what are IPTC's; the labels
 * are Stet's own wording of them, so they may differ from IPTC's in a word. One topic a line: the code's digits, those of the
 * broader topic, and labels in the languages of `TOPIC_LANGUAGES`, in that order.
 */
export const MEDIA_TOPIC_TABLE = `
01000000||arts, culture, entertainment and media|arts, culture, divertissement et médias|فنون وثقافة وترفيه وإعلام|אמנות, תרבות, בידור ותקשורת|فنون، ثقافت، تفریح اور میڈیا|artes, cultura, entretenimiento y medios|Kunst, Kultur, Unterhaltung und Medien
20000002|01000000|arts and entertainment|arts et divertissement|فنون وترفيه|אמנות ובידור|فنون اور تفریح|arte y entretenimiento|Kunst und Unterhaltung
20000005|20000002|cinema|cinéma|سينما|קולנוע|سنیما|cine|Film und Kino
20000011|20000002|fashion|mode|أزياء وموضة|אופנה|فیشن|moda|Mode
20000013|20000002|literature|littérature|أدب|ספרות|ادب|literatura|Literatur
20000018|20000002|music|musique|موسيقى|מוזיקה|موسیقی|música|Musik
20000029|20000002|theatre|théâtre|مسرح|תיאטרון|تھیٹر|teatro|Theater
20000031|20000002|visual arts|arts visuels|فنون بصرية|אמנות חזותית|بصری فنون|artes visuales|bildende Kunst
20000038|01000000|culture|culture|ثقافة|תרבות|ثقافت|cultura|Kultur
20000042|20000038|language|langue|لغة|שפה|زبان|lengua|Sprache
20000045|01000000|mass media|médias|وسائل الإعلام|תקשורת המונים|ذرائع ابلاغ|medios de comunicación|Massenmedien
20000050|20000045|radio|radio|إذاعة|רדיו|ریڈیو|radio|Hörfunk
20000051|20000045|television|télévision|تلفزيون|טלוויזיה|ٹیلی وژن|televisión|Fernsehen
02000000||crime, law and justice|criminalité, droit et justice|جريمة وقانون وقضاء|פשע, חוק ומשפט|جرائم، قانون اور انصاف|delincuencia, derecho y justicia|Kriminalität, Recht und Justiz
20000082|02000000|crime|criminalité|جريمة|פשיעה|جرم|delincuencia|Kriminalität
20000083|20000082|arson|incendie criminel|حريق متعمد|הצתה|آتش زنی|incendio provocado|Brandstiftung
20000084|20000082|assault|agression|اعتداء|תקיפה|حملہ|agresión|Körperverletzung
20000085|20000084|sexual assault|agression sexuelle|اعتداء جنسي|תקיפה מינית|جنسی حملہ|agresión sexual|sexueller Übergriff
20000086|20000082|cyber crime|cybercriminalité|جرائم إلكترونية|פשיעת סייבר|سائبر جرائم|ciberdelincuencia|Cyberkriminalität
20000093|20000082|corruption|corruption|فساد|שחיתות|بدعنوانی|corrupción|Korruption
20000094|20000093|bribery|pots-de-vin|رشوة|שוחד|رشوت|soborno|Bestechung
20000095|20000082|drug-related crime|infractions liées à la drogue|جرائم المخدرات|עבירות סמים|منشیات سے متعلق جرائم|delitos de drogas|Drogenkriminalität
20000097|20000082|fraud|fraude|احتيال|הונאה|دھوکہ دہی|fraude|Betrug
20000099|20000082|homicide|homicide|قتل|רצח והמתה|قتل|homicidio|Tötungsdelikt
20000100|20000082|kidnapping|enlèvement|خطف|חטיפה|اغوا|secuestro|Entführung
20000101|20000082|organised crime|crime organisé|جريمة منظمة|פשע מאורגן|منظم جرائم|crimen organizado|organisierte Kriminalität
20000103|20000082|terrorism|terrorisme|إرهاب|טרור|دہشت گردی|terrorismo|Terrorismus
20000104|20000082|theft|vol|سرقة|גניבה|چوری|robo|Diebstahl
20000105|20000082|war crime|crime de guerre|جرائم حرب|פשע מלחמה|جنگی جرم|crimen de guerra|Kriegsverbrechen
20000106|02000000|judiciary|système judiciaire|سلطة قضائية|מערכת המשפט|عدلیہ|poder judicial|Justizwesen
20000107|20000106|court|tribunal|محكمة|בית משפט|عدالت|tribunal|Gericht
20000111|20000107|trial|procès|محاكمة|משפט|مقدمہ|juicio|Gerichtsverfahren
20000134|20000111|sentencing|détermination de la peine|إصدار الأحكام|גזירת דין|سزا سنانا|imposición de la pena|Strafzumessung
20000137|20000134|prison|prison|سجن|בית סוהר|جیل|prisión|Gefängnis
20000118|20000106|prosecution|ministère public|نيابة عامة|תביעה|استغاثہ|fiscalía|Anklage
20000119|02000000|justice|justice|عدالة|צדק|انصاف|justicia|Gerechtigkeit
20000121|02000000|law|droit|قانون|חוק|قانون|derecho|Recht
20000122|20000121|civil law|droit civil|قانون مدني|משפט אזרחי|دیوانی قانون|derecho civil|Zivilrecht
20000125|20000121|criminal law|droit pénal|قانون جنائي|משפט פלילי|فوجداری قانون|derecho penal|Strafrecht
20000126|20000121|international law|droit international|قانون دولي|משפט בינלאומי|بین الاقوامی قانون|derecho internacional|Völkerrecht
20000128|20000126|international court or tribunal|cour ou tribunal international|محكمة دولية|בית דין בינלאומי|بین الاقوامی عدالت|tribunal internacional|internationaler Gerichtshof
20000129|02000000|law enforcement|forces de l’ordre|إنفاذ القانون|אכיפת החוק|قانون نافذ کرنا|fuerzas del orden|Strafverfolgung
20000130|20000129|arrest|arrestation|اعتقال|מעצר|گرفتاری|detención|Festnahme
20000131|20000129|criminal investigation|enquête criminelle|تحقيق جنائي|חקירה פלילית|فوجداری تفتیش|investigación criminal|Ermittlungen
20000133|20000129|police|police|شرطة|משטרה|پولیس|policía|Polizei
03000000||disaster, accident and emergency incident|catastrophes, accidents et urgences|كوارث وحوادث وطوارئ|אסונות, תאונות ואירועי חירום|آفات، حادثات اور ہنگامی واقعات|desastres, accidentes y emergencias|Katastrophen, Unfälle und Notfälle
20000139|03000000|accident and emergency incident|accident et urgence|حوادث وطوارئ|תאונה ואירוע חירום|حادثہ اور ہنگامی واقعہ|accidente y emergencia|Unfall und Notfall
20000148|03000000|disaster|catastrophe|كارثة|אסון|آفت|desastre|Katastrophe
20000149|20000148|famine|famine|مجاعة|רעב|قحط|hambruna|Hungersnot
20000150|20000148|fire|incendie|حريق|שריפה|آتشزدگی|incendio|Brand
20000151|20000148|natural disaster|catastrophe naturelle|كارثة طبيعية|אסון טבע|قدرتی آفت|desastre natural|Naturkatastrophe
20000152|20000151|drought|sécheresse|جفاف|בצורת|خشک سالی|sequía|Dürre
20000153|20000151|earthquake|séisme|زلزال|רעידת אדמה|زلزلہ|terremoto|Erdbeben
20000154|20000151|flood|inondation|فيضان|שיטפון|سیلاب|inundación|Überschwemmung
20000155|20000151|landslide|glissement de terrain|انهيار أرضي|מפולת קרקע|لینڈ سلائیڈنگ|deslizamiento de tierra|Erdrutsch
20000168|03000000|emergency response|secours|استجابة للطوارئ|מענה חירום|ہنگامی امداد|respuesta a emergencias|Rettungseinsatz
04000000||economy, business and finance|économie, entreprises et finance|اقتصاد وأعمال ومال|כלכלה, עסקים ופיננסים|معیشت، کاروبار اور مالیات|economía, negocios y finanzas|Wirtschaft und Finanzen
20000170|04000000|business information|informations sur les entreprises|أخبار الشركات|מידע עסקי|کاروباری معلومات|información empresarial|Unternehmensinformation
20000209|04000000|economic sector|secteur économique|قطاع اقتصادي|ענף כלכלי|معاشی شعبہ|sector económico|Wirtschaftssektor
20001370|20000209|financial service|services financiers|خدمات مالية|שירותים פיננסיים|مالیاتی خدمات|servicios financieros|Finanzdienstleistung
20001371|20000209|business service|services aux entreprises|خدمات الأعمال|שירותים לעסקים|کاروباری خدمات|servicios a empresas|Unternehmensdienstleistung
20000344|04000000|economy|économie|اقتصاد|כלכלה|معیشت|economía|Volkswirtschaft
20000385|04000000|market and exchange|marchés et bourses|أسواق وبورصات|שווקים ובורסות|منڈیاں اور بازار حصص|mercados y bolsas|Märkte und Börsen
05000000||education|éducation|تعليم|חינוך|تعلیم|educación|Bildung
20000398|05000000|parents group|association de parents|مجلس أولياء الأمور|ועד הורים|والدین کی تنظیم|asociación de padres|Elternvertretung
20000399|05000000|religious education|enseignement religieux|تعليم ديني|חינוך דתי|دینی تعلیم|educación religiosa|Religionsunterricht
20000400|05000000|school|école|مدرسة|בית ספר|اسکول|escuela|Schule
20000412|05000000|curriculum|programme scolaire|منهاج دراسي|תוכנית לימודים|نصاب|plan de estudios|Lehrplan
20000413|05000000|educational testing and examinations|évaluations et examens|اختبارات وامتحانات|מבחנים ובחינות|امتحانات|evaluación y exámenes|Prüfungen
20000414|05000000|entrance examination|concours d’entrée|امتحان قبول|בחינת כניסה|داخلہ امتحان|examen de ingreso|Aufnahmeprüfung
20000415|05000000|students|élèves et étudiants|طلاب|תלמידים וסטודנטים|طلبہ|estudiantes|Schüler und Studierende
20000416|05000000|teachers|enseignants|معلمون|מורים|اساتذہ|docentes|Lehrkräfte
20001216|05000000|vocational education|formation professionnelle|تعليم مهني|הכשרה מקצועית|پیشہ ورانہ تعلیم|formación profesional|Berufsbildung
20001217|05000000|educational grading|notation scolaire|درجات دراسية|ציונים|درجہ بندی|calificaciones|Notengebung
20001337|05000000|online and remote learning|enseignement en ligne et à distance|تعلم إلكتروني وعن بعد|למידה מקוונת ומרחוק|آن لائن اور فاصلاتی تعلیم|enseñanza en línea y a distancia|Online- und Fernunterricht
06000000||environment|environnement|بيئة|סביבה|ماحول|medio ambiente|Umwelt
20000418|06000000|climate change|changement climatique|تغير المناخ|שינוי אקלים|موسمیاتی تبدیلی|cambio climático|Klimawandel
20000420|06000000|conservation|conservation|حماية الطبيعة|שימור|تحفظ|conservación|Naturschutz
20000424|06000000|environmental pollution|pollution|تلوث بيئي|זיהום סביבתי|ماحولیاتی آلودگی|contaminación|Umweltverschmutzung
20000430|06000000|natural resources|ressources naturelles|موارد طبيعية|משאבי טבע|قدرتی وسائل|recursos naturales|natürliche Ressourcen
20000441|06000000|nature|nature|طبيعة|טבע|فطرت|naturaleza|Natur
20001374|06000000|sustainability|durabilité|استدامة|קיימות|پائیداری|sostenibilidad|Nachhaltigkeit
07000000||health|santé|صحة|בריאות|صحت|salud|Gesundheit
20000446|07000000|diseases and conditions|maladies et affections|أمراض وحالات صحية|מחלות ומצבים רפואיים|بیماریاں|enfermedades y afecciones|Krankheiten
20000461|07000000|health facility|établissement de santé|منشأة صحية|מוסד רפואי|صحت کا مرکز|centro sanitario|Gesundheitseinrichtung
20000463|07000000|health organisation|organisation de santé|منظمة صحية|ארגון בריאות|صحت کی تنظیم|organización sanitaria|Gesundheitsorganisation
20000464|07000000|health treatment|soins et traitements|علاج|טיפול רפואי|علاج|tratamiento médico|Behandlung
20000480|07000000|government health care|santé publique|رعاية صحية حكومية|שירותי בריאות ציבוריים|سرکاری صحت خدمات|sanidad pública|staatliches Gesundheitswesen
20000483|07000000|health insurance|assurance maladie|تأمين صحي|ביטוח בריאות|صحت بیمہ|seguro de salud|Krankenversicherung
20000484|07000000|private health care|santé privée|رعاية صحية خاصة|רפואה פרטית|نجی صحت خدمات|sanidad privada|privates Gesundheitswesen
20000485|07000000|medical profession|professions médicales|مهن طبية|מקצועות הרפואה|طبی پیشہ|profesión médica|Heilberufe
20000493|07000000|non-human diseases|maladies animales et végétales|أمراض الحيوان والنبات|מחלות בעלי חיים וצמחים|جانوروں اور پودوں کی بیماریاں|enfermedades no humanas|Tier- und Pflanzenkrankheiten
08000000||human interest|société et insolite|قصص إنسانية|סיפורי אנוש|انسانی دلچسپی|interés humano|Menschen und Vermischtes
20000498|08000000|award and prize|prix et récompenses|جوائز وتكريم|פרסים|ایوارڈ اور انعام|premios y galardones|Preise und Auszeichnungen
20000499|08000000|record and achievement|records et exploits|أرقام قياسية وإنجازات|שיאים והישגים|ریکارڈ اور کارنامے|récords y logros|Rekorde und Leistungen
20000501|08000000|ceremony|cérémonie|احتفال رسمي|טקס|تقریب|ceremonia|Zeremonie
20000503|08000000|human mishap|mésaventure|حوادث طريفة|תקלות אנוש|انسانی بدقسمتی|percance|Missgeschick
20000504|08000000|high society|haute société|مجتمع مخملي|החברה הגבוהה|اعلیٰ طبقہ|alta sociedad|gehobene Gesellschaft
20000505|08000000|celebrity|célébrités|مشاهير|סלבריטאים|مشہور شخصیات|famosos|Prominente
20001237|08000000|anniversary|anniversaire d’événement|ذكرى سنوية|יום השנה|سالگرہ|aniversario|Jahrestag
20001238|08000000|birthday|anniversaire de naissance|عيد ميلاد|יום הולדת|یوم پیدائش|cumpleaños|Geburtstag
09000000||labour|travail|عمل|עבודה|محنت|trabajo|Arbeit
20000509|09000000|employment|emploi|توظيف|תעסוקה|روزگار|empleo|Beschäftigung
20000521|09000000|employment legislation|droit du travail|تشريعات العمل|דיני עבודה|لیبر قوانین|legislación laboral|Arbeitsrecht
20000523|09000000|labour market|marché du travail|سوق العمل|שוק העבודה|لیبر مارکیٹ|mercado laboral|Arbeitsmarkt
20000524|09000000|labour relations|relations du travail|علاقات العمل|יחסי עבודה|آجر و مزدور تعلقات|relaciones laborales|Arbeitsbeziehungen
20000531|09000000|retirement|retraite|تقاعد|פרישה לגמלאות|ریٹائرمنٹ|jubilación|Ruhestand
20000533|09000000|unemployment|chômage|بطالة|אבטלה|بے روزگاری|desempleo|Arbeitslosigkeit
20000536|09000000|unions|syndicats|نقابات|איגודי עובדים|مزدور یونین|sindicatos|Gewerkschaften
10000000||lifestyle and leisure|vie quotidienne et loisirs|نمط حياة وترفيه|סגנון חיים ופנאי|طرز زندگی اور فرصت|estilo de vida y ocio|Lebensart und Freizeit
20000538|10000000|leisure|loisirs|أوقات الفراغ|פנאי|فرصت|ocio|Freizeit
20000565|10000000|lifestyle|mode de vie|نمط حياة|סגנון חיים|طرز زندگی|estilo de vida|Lebensstil
20001339|10000000|wellness|bien-être|عافية|רווחה אישית|تندرستی|bienestar|Wellness
11000000||politics and government|politique et gouvernement|سياسة وحكم|פוליטיקה וממשל|سیاست اور حکومت|política y gobierno|Politik und Regierung
20000574|11000000|election|élections|انتخابات|בחירות|انتخابات|elecciones|Wahl
20000587|11000000|fundamental rights|droits fondamentaux|حقوق أساسية|זכויות יסוד|بنیادی حقوق|derechos fundamentales|Grundrechte
20000593|11000000|government|gouvernement|حكومة|ממשלה|حکومت|gobierno|Regierung
20000621|11000000|government policy|politique publique|سياسات حكومية|מדיניות ממשלתית|حکومتی پالیسی|política pública|Regierungspolitik
20000638|11000000|international relations|relations internationales|علاقات دولية|יחסים בינלאומיים|بین الاقوامی تعلقات|relaciones internacionales|internationale Beziehungen
20000646|11000000|non-governmental organisation|organisation non gouvernementale|منظمة غير حكومية|ארגון לא־ממשלתי|غیر سرکاری تنظیم|organización no gubernamental|Nichtregierungsorganisation
20000647|11000000|political crisis|crise politique|أزمة سياسية|משבר פוליטי|سیاسی بحران|crisis política|politische Krise
20000648|11000000|political dissent|dissidence politique|معارضة سياسية|התנגדות פוליטית|سیاسی اختلاف|disidencia política|politische Opposition
20000649|11000000|political process|vie politique|عملية سياسية|תהליך פוליטי|سیاسی عمل|proceso político|politischer Prozess
12000000||religion|religion|دين|דת|مذہب|religión|Religion
20000657|12000000|belief systems|croyances|معتقدات|אמונות|عقائد|creencias|Glaubensrichtungen
20000688|12000000|religious conflict|conflit religieux|نزاع ديني|סכסוך דתי|مذہبی تنازع|conflicto religioso|Religionskonflikt
20000690|12000000|religious festival and holiday|fêtes religieuses|أعياد دينية|חגים דתיים|مذہبی تہوار|fiestas religiosas|religiöse Feste
20000696|12000000|religious ritual|rite religieux|شعائر دينية|פולחן דתי|مذہبی رسم|rito religioso|religiöses Ritual
20000697|12000000|religious facility|lieu de culte|دار عبادة|מקום פולחן|عبادت گاہ|lugar de culto|Gotteshaus
20000702|12000000|relations between religion and government|relations entre religion et État|علاقة الدين بالدولة|יחסי דת ומדינה|مذہب اور ریاست کے تعلقات|relaciones entre religión y Estado|Religion und Staat
20000703|12000000|religious leader|chef religieux|زعيم ديني|מנהיג דתי|مذہبی رہنما|líder religioso|religiöses Oberhaupt
20000705|12000000|religious text|texte sacré|نص ديني|כתבי קודש|مذہبی متن|texto religioso|heilige Schrift
13000000||science and technology|sciences et technologies|علوم وتكنولوجيا|מדע וטכנולוגיה|سائنس اور ٹیکنالوجی|ciencia y tecnología|Wissenschaft und Technik
20000710|13000000|biomedical science|sciences biomédicales|علوم طبية حيوية|מדעי הביו־רפואה|حیاتی طبی سائنس|ciencias biomédicas|Biomedizin
20000715|13000000|mathematics|mathématiques|رياضيات|מתמטיקה|ریاضی|matemáticas|Mathematik
20000717|13000000|natural science|sciences naturelles|علوم طبيعية|מדעי הטבע|قدرتی علوم|ciencias naturales|Naturwissenschaft
20000735|13000000|scientific research|recherche scientifique|بحث علمي|מחקר מדעי|سائنسی تحقیق|investigación científica|Forschung
20000741|13000000|scientific institution|institution scientifique|مؤسسة علمية|מוסד מדעי|سائنسی ادارہ|institución científica|wissenschaftliche Einrichtung
20000742|13000000|social sciences|sciences sociales|علوم اجتماعية|מדעי החברה|سماجی علوم|ciencias sociales|Sozialwissenschaften
20000755|13000000|scientific standards|normes scientifiques|معايير علمية|תקנים מדעיים|سائنسی معیارات|normas científicas|wissenschaftliche Standards
20000756|13000000|technology and engineering|technologie et ingénierie|تكنولوجيا وهندسة|טכנולוגיה והנדסה|ٹیکنالوجی اور انجینئرنگ|tecnología e ingeniería|Technik und Ingenieurwesen
14000000||society|société|مجتمع|חברה|معاشرہ|sociedad|Gesellschaft
20000768|14000000|communities|communautés|جماعات|קהילות|برادریاں|comunidades|Bevölkerungsgruppen
20000770|14000000|demographics|démographie|سكان|דמוגרפיה|آبادیات|demografía|Demografie
20000771|14000000|immigration|immigration|هجرة وافدة|הגירה פנימה|نقل مکانی|inmigración|Einwanderung
20000772|14000000|emigration|émigration|هجرة إلى الخارج|הגירה החוצה|ترک وطن|emigración|Auswanderung
20000775|14000000|discrimination|discrimination|تمييز|אפליה|امتیازی سلوک|discriminación|Diskriminierung
20000780|14000000|family|famille|أسرة|משפחה|خاندان|familia|Familie
20000788|14000000|mankind|humanité|بشر|האנושות|بنی نوع انسان|humanidad|Menschheit
20000799|14000000|social condition|condition sociale|أوضاع اجتماعية|מצב חברתי|سماجی حالت|condición social|soziale Lage
20000802|14000000|social problem|problèmes sociaux|مشكلات اجتماعية|בעיות חברתיות|سماجی مسئلہ|problemas sociales|soziale Probleme
20000808|14000000|values|valeurs|قيم|ערכים|اقدار|valores|Werte
20000817|14000000|welfare|aide sociale|رعاية اجتماعية|רווחה|فلاح و بہبود|bienestar social|Sozialwesen
20001373|14000000|diversity, equity and inclusion|diversité, équité et inclusion|تنوع وإنصاف وشمول|גיוון, שוויון והכלה|تنوع، مساوات اور شمولیت|diversidad, equidad e inclusión|Vielfalt, Teilhabe und Inklusion
15000000||sport|sport|رياضة|ספורט|کھیل|deporte|Sport
20000822|15000000|competition discipline|discipline sportive|ألعاب رياضية|ענפי ספורט|کھیلوں کی اقسام|disciplina deportiva|Sportart
20001103|15000000|disciplinary action in sport|sanctions sportives|عقوبات رياضية|צעדי משמעת בספורט|کھیلوں میں تادیبی کارروائی|sanciones deportivas|Sportstrafen
20001104|15000000|drug use in sport|dopage|منشطات رياضية|סמים בספורט|کھیلوں میں ممنوعہ ادویات|dopaje|Doping
20001108|15000000|sport event|événement sportif|حدث رياضي|אירוע ספורט|کھیلوں کا مقابلہ|evento deportivo|Sportveranstaltung
20001124|15000000|sport industry|industrie du sport|صناعة الرياضة|תעשיית הספורט|کھیلوں کی صنعت|industria del deporte|Sportwirtschaft
20001125|15000000|sport organisation|organisation sportive|هيئة رياضية|ארגון ספורט|کھیلوں کی تنظیم|organización deportiva|Sportverband
20001126|15000000|sport venue|enceinte sportive|منشأة رياضية|מתקן ספורט|کھیل کا میدان|recinto deportivo|Sportstätte
20001148|15000000|sports transaction|transfert sportif|انتقالات رياضية|העברות בספורט|کھلاڑیوں کی منتقلی|traspaso deportivo|Transfer
20001301|15000000|sport achievement|exploit sportif|إنجاز رياضي|הישג ספורטיבי|کھیلوں کا کارنامہ|logro deportivo|sportliche Leistung
20001323|15000000|sports coaching|entraînement sportif|تدريب رياضي|אימון ספורט|کوچنگ|entrenamiento deportivo|Sporttraining
20001324|15000000|sports management and ownership|direction et propriété de clubs|إدارة الأندية وملكيتها|ניהול ובעלות בספורט|کھیلوں کا انتظام اور ملکیت|gestión y propiedad deportiva|Sportmanagement
20001325|15000000|sports officiating|arbitrage|تحكيم رياضي|שיפוט ספורט|امپائرنگ|arbitraje deportivo|Schiedsrichterwesen
16000000||conflict, war and peace|conflits, guerre et paix|نزاعات وحرب وسلام|סכסוך, מלחמה ושלום|تنازعات، جنگ اور امن|conflictos, guerra y paz|Konflikt, Krieg und Frieden
20000053|16000000|act of terror|attentat|عمل إرهابي|פיגוע|دہشت گردی کا واقعہ|atentado|Terroranschlag
20000056|16000000|armed conflict|conflit armé|نزاع مسلح|עימות מזוין|مسلح تصادم|conflicto armado|bewaffneter Konflikt
20000057|20000056|guerrilla activity|guérilla|حرب عصابات|פעילות גרילה|گوریلا کارروائی|guerrilla|Guerilla
20000058|20000056|international military intervention|intervention militaire internationale|تدخل عسكري دولي|התערבות צבאית בינלאומית|بین الاقوامی فوجی مداخلت|intervención militar internacional|internationaler Militäreinsatz
20000059|20000058|peacekeeping force|force de maintien de la paix|قوات حفظ السلام|כוח שמירת שלום|امن فوج|fuerza de paz|Friedenstruppe
20000060|20000056|military occupation|occupation militaire|احتلال عسكري|כיבוש צבאי|فوجی قبضہ|ocupación militar|militärische Besetzung
20000061|20000056|missing due to hostilities|disparus de guerre|مفقودو الحرب|נעדרי מלחמה|جنگ میں لاپتہ|desaparecidos en conflicto|Kriegsvermisste
20000062|20000056|war|guerre|حرب|מלחמה|جنگ|guerra|Krieg
20000065|16000000|civil unrest|troubles civils|اضطرابات مدنية|מהומות|شہری بے چینی|disturbios|Unruhen
20000070|16000000|coup d’état|coup d’État|انقلاب|הפיכה|فوجی بغاوت|golpe de Estado|Staatsstreich
20000071|16000000|massacre|massacre|مجزرة|טבח|قتل عام|masacre|Massaker
20000073|16000000|peace process|processus de paix|عملية سلام|תהליך שלום|امن عمل|proceso de paz|Friedensprozess
20000077|16000000|post-war reconstruction|reconstruction d’après-guerre|إعادة إعمار|שיקום שלאחר מלחמה|جنگ کے بعد تعمیر نو|reconstrucción de posguerra|Wiederaufbau
20000080|16000000|prisoners of war|prisonniers de guerre|أسرى حرب|שבויי מלחמה|جنگی قیدی|prisioneros de guerra|Kriegsgefangene
17000000||weather|météo|طقس|מזג אוויר|موسم|tiempo|Wetter
20001128|17000000|weather forecast|prévisions météo|توقعات الطقس|תחזית מזג אוויר|موسم کی پیش گوئی|pronóstico del tiempo|Wettervorhersage
20001129|17000000|weather phenomena|phénomènes météo|ظواهر جوية|תופעות מזג אוויר|موسمی مظاہر|fenómenos meteorológicos|Wetterphänomene
20001130|17000000|weather statistic|statistiques météo|إحصاءات الطقس|נתוני מזג אוויר|موسمی اعداد و شمار|estadística meteorológica|Wetterstatistik
20001131|17000000|weather warning|alerte météo|تحذير من الطقس|אזהרת מזג אוויר|موسمی انتباہ|aviso meteorológico|Wetterwarnung
`;
