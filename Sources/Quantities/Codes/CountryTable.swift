// Written by .ci/iso-codes from iso-codes 4.15.0; do not edit.

/// The countries of ISO 3166-1 and ISO 3166-3.
enum CountryTable {
  /// One line each: code, alpha-3, alpha-4, number, withdrawal, name, other names.
  static let lines: StaticString = """
    AD|AND||020||Andorra|principality of andorra
    AE|ARE||784||United Arab Emirates|
    AF|AFG||004||Afghanistan|islamic republic of afghanistan
    AG|ATG||028||Antigua and Barbuda|
    AI|AIA||660||Anguilla|
    AIDJ|AFI|AIDJ|262|1977|French Afars and Issas|
    AL|ALB||008||Albania|republic of albania
    AM|ARM||051||Armenia|republic of armenia
    AN|ANT|ANHH|530|2010-12-15|Netherlands Antilles|
    AO|AGO||024||Angola|republic of angola
    AQ|ATA||010||Antarctica|
    AR|ARG||032||Argentina|argentine republic
    AS|ASM||016||American Samoa|
    AT|AUT||040||Austria|republic of austria
    AU|AUS||036||Australia|
    AW|ABW||533||Aruba|
    AX|ALA||248||Åland Islands|aland islands
    AZ|AZE||031||Azerbaijan|republic of azerbaijan
    BA|BIH||070||Bosnia and Herzegovina|republic of bosnia and herzegovina
    BB|BRB||052||Barbados|
    BD|BGD||050||Bangladesh|people's republic of bangladesh
    BE|BEL||056||Belgium|kingdom of belgium
    BF|BFA||854||Burkina Faso|
    BG|BGR||100||Bulgaria|republic of bulgaria
    BH|BHR||048||Bahrain|kingdom of bahrain
    BI|BDI||108||Burundi|republic of burundi
    BJ|BEN||204||Benin|republic of benin
    BL|BLM||652||Saint Barthélemy|saint barthelemy
    BM|BMU||060||Bermuda|
    BN|BRN||096||Brunei Darussalam|
    BO|BOL||068||Bolivia|bolivia, plurinational state of;plurinational state of bolivia
    BQ|BES||535||Bonaire, Sint Eustatius and Saba|sint eustatius and saba bonaire
    BQAQ|ATB|BQAQ||1979|British Antarctic Territory|
    BR|BRA||076||Brazil|federative republic of brazil
    BS|BHS||044||Bahamas|commonwealth of the bahamas
    BT|BTN||064||Bhutan|kingdom of bhutan
    BU|BUR|BUMM|104|1989-12-05|Burma, Socialist Republic of the Union of|socialist republic of the union of burma;burma
    BV|BVT||074||Bouvet Island|
    BW|BWA||072||Botswana|republic of botswana
    BY|BLR||112||Belarus|republic of belarus
    BYAA|BYS|BYAA|112|1992-06-15|Byelorussian SSR Soviet Socialist Republic|
    BZ|BLZ||084||Belize|
    CA|CAN||124||Canada|
    CC|CCK||166||Cocos (Keeling) Islands|
    CD|COD||180||Congo, The Democratic Republic of the|the democratic republic of the congo
    CF|CAF||140||Central African Republic|
    CG|COG||178||Congo|republic of the congo
    CH|CHE||756||Switzerland|swiss confederation
    CI|CIV||384||Côte d'Ivoire|cote d'ivoire;republic of cote d'ivoire
    CK|COK||184||Cook Islands|
    CL|CHL||152||Chile|republic of chile
    CM|CMR||120||Cameroon|republic of cameroon
    CN|CHN||156||China|people's republic of china
    CO|COL||170||Colombia|republic of colombia
    CR|CRI||188||Costa Rica|republic of costa rica
    CS|CSK|CSHH|200|1993-06-15|Czechoslovakia, Czechoslovak Socialist Republic|czechoslovak socialist republic czechoslovakia;czechoslovakia
    CSXX|SCG|CSXX|891|2006-09-26|Serbia and Montenegro|
    CT|CTE|CTKI|128|1984|Canton and Enderbury Islands|
    CU|CUB||192||Cuba|republic of cuba
    CV|CPV||132||Cabo Verde|republic of cabo verde
    CW|CUW||531||Curaçao|curacao
    CX|CXR||162||Christmas Island|
    CY|CYP||196||Cyprus|republic of cyprus
    CZ|CZE||203||Czechia|czech republic
    DD|DDR|DDDE|278|1990-10-30|German Democratic Republic|
    DE|DEU||276||Germany|federal republic of germany
    DJ|DJI||262||Djibouti|republic of djibouti
    DK|DNK||208||Denmark|kingdom of denmark
    DM|DMA||212||Dominica|commonwealth of dominica
    DO|DOM||214||Dominican Republic|
    DY|DHY|DYBJ|204|1977|Dahomey|
    DZ|DZA||012||Algeria|people's democratic republic of algeria
    EC|ECU||218||Ecuador|republic of ecuador
    EE|EST||233||Estonia|republic of estonia
    EG|EGY||818||Egypt|arab republic of egypt
    EH|ESH||732||Western Sahara|
    ER|ERI||232||Eritrea|the state of eritrea
    ES|ESP||724||Spain|kingdom of spain
    ET|ETH||231||Ethiopia|federal democratic republic of ethiopia
    FI|FIN||246||Finland|republic of finland
    FJ|FJI||242||Fiji|republic of fiji
    FK|FLK||238||Falkland Islands (Malvinas)|
    FM|FSM||583||Micronesia, Federated States of|federated states of micronesia
    FO|FRO||234||Faroe Islands|
    FQ|ATF|FQHH||1979|French Southern and Antarctic Territories|
    FR|FRA||250||France|french republic
    FX|FXX|FXFR|249|1997-07-14|France, Metropolitan|metropolitan france;france
    GA|GAB||266||Gabon|gabonese republic
    GB|GBR||826||United Kingdom|united kingdom of great britain and northern ireland;uk
    GD|GRD||308||Grenada|
    GE|GEO||268||Georgia|
    GEHH|GEL|GEHH|296|1979|Gilbert and Ellice Islands|
    GF|GUF||254||French Guiana|
    GG|GGY||831||Guernsey|
    GH|GHA||288||Ghana|republic of ghana
    GI|GIB||292||Gibraltar|
    GL|GRL||304||Greenland|
    GM|GMB||270||Gambia|republic of the gambia
    GN|GIN||324||Guinea|republic of guinea
    GP|GLP||312||Guadeloupe|
    GQ|GNQ||226||Equatorial Guinea|republic of equatorial guinea
    GR|GRC||300||Greece|hellenic republic;el
    GS|SGS||239||South Georgia and the South Sandwich Islands|
    GT|GTM||320||Guatemala|republic of guatemala
    GU|GUM||316||Guam|
    GW|GNB||624||Guinea-Bissau|republic of guinea-bissau
    GY|GUY||328||Guyana|republic of guyana
    HK|HKG||344||Hong Kong|hong kong special administrative region of china
    HM|HMD||334||Heard Island and McDonald Islands|
    HN|HND||340||Honduras|republic of honduras
    HR|HRV||191||Croatia|republic of croatia
    HT|HTI||332||Haiti|republic of haiti
    HU|HUN||348||Hungary|
    HV|HVO|HVBF|854|1984|Upper Volta, Republic of|republic of upper volta;upper volta
    ID|IDN||360||Indonesia|republic of indonesia
    IE|IRL||372||Ireland|
    IL|ISR||376||Israel|state of israel
    IM|IMN||833||Isle of Man|
    IN|IND||356||India|republic of india
    IO|IOT||086||British Indian Ocean Territory|
    IQ|IRQ||368||Iraq|republic of iraq
    IR|IRN||364||Iran|iran, islamic republic of;islamic republic of iran
    IS|ISL||352||Iceland|republic of iceland
    IT|ITA||380||Italy|italian republic
    JE|JEY||832||Jersey|
    JM|JAM||388||Jamaica|
    JO|JOR||400||Jordan|hashemite kingdom of jordan
    JP|JPN||392||Japan|
    JT|JTN|JTUM|396|1986|Johnston Island|
    KE|KEN||404||Kenya|republic of kenya
    KG|KGZ||417||Kyrgyzstan|kyrgyz republic
    KH|KHM||116||Cambodia|kingdom of cambodia
    KI|KIR||296||Kiribati|republic of kiribati
    KM|COM||174||Comoros|union of the comoros
    KN|KNA||659||Saint Kitts and Nevis|
    KP|PRK||408||North Korea|korea, democratic people's republic of;democratic people's republic of korea
    KR|KOR||410||South Korea|korea, republic of;republic of korea
    KW|KWT||414||Kuwait|state of kuwait
    KY|CYM||136||Cayman Islands|
    KZ|KAZ||398||Kazakhstan|republic of kazakhstan
    LA|LAO||418||Laos|lao people's democratic republic
    LB|LBN||422||Lebanon|lebanese republic
    LC|LCA||662||Saint Lucia|
    LI|LIE||438||Liechtenstein|principality of liechtenstein
    LK|LKA||144||Sri Lanka|democratic socialist republic of sri lanka
    LR|LBR||430||Liberia|republic of liberia
    LS|LSO||426||Lesotho|kingdom of lesotho
    LT|LTU||440||Lithuania|republic of lithuania
    LU|LUX||442||Luxembourg|grand duchy of luxembourg
    LV|LVA||428||Latvia|republic of latvia
    LY|LBY||434||Libya|
    MA|MAR||504||Morocco|kingdom of morocco
    MC|MCO||492||Monaco|principality of monaco
    MD|MDA||498||Moldova|moldova, republic of;republic of moldova
    ME|MNE||499||Montenegro|
    MF|MAF||663||Saint Martin (French part)|
    MG|MDG||450||Madagascar|republic of madagascar
    MH|MHL||584||Marshall Islands|republic of the marshall islands
    MI|MID|MIUM|488|1986|Midway Islands|
    MK|MKD||807||North Macedonia|republic of north macedonia
    ML|MLI||466||Mali|republic of mali
    MM|MMR||104||Myanmar|republic of myanmar
    MN|MNG||496||Mongolia|
    MO|MAC||446||Macao|macao special administrative region of china
    MP|MNP||580||Northern Mariana Islands|commonwealth of the northern mariana islands
    MQ|MTQ||474||Martinique|
    MR|MRT||478||Mauritania|islamic republic of mauritania
    MS|MSR||500||Montserrat|
    MT|MLT||470||Malta|republic of malta
    MU|MUS||480||Mauritius|republic of mauritius
    MV|MDV||462||Maldives|republic of maldives
    MW|MWI||454||Malawi|republic of malawi
    MX|MEX||484||Mexico|united mexican states
    MY|MYS||458||Malaysia|
    MZ|MOZ||508||Mozambique|republic of mozambique
    NA|NAM||516||Namibia|republic of namibia
    NC|NCL||540||New Caledonia|
    NE|NER||562||Niger|republic of the niger
    NF|NFK||574||Norfolk Island|
    NG|NGA||566||Nigeria|federal republic of nigeria
    NH|NHB|NHVU|548|1980|New Hebrides|
    NI|NIC||558||Nicaragua|republic of nicaragua
    NL|NLD||528||Netherlands|kingdom of the netherlands
    NO|NOR||578||Norway|kingdom of norway
    NP|NPL||524||Nepal|federal democratic republic of nepal
    NQ|ATN|NQAQ|216|1983|Dronning Maud Land|
    NR|NRU||520||Nauru|republic of nauru
    NT|NTZ|NTHH|536|1993-07-12|Neutral Zone|
    NU|NIU||570||Niue|
    NZ|NZL||554||New Zealand|
    OM|OMN||512||Oman|sultanate of oman
    PA|PAN||591||Panama|republic of panama
    PC|PCI|PCHH|582|1986|Pacific Islands (trust territory)|
    PE|PER||604||Peru|republic of peru
    PF|PYF||258||French Polynesia|
    PG|PNG||598||Papua New Guinea|independent state of papua new guinea
    PH|PHL||608||Philippines|republic of the philippines
    PK|PAK||586||Pakistan|islamic republic of pakistan
    PL|POL||616||Poland|republic of poland
    PM|SPM||666||Saint Pierre and Miquelon|
    PN|PCN||612||Pitcairn|
    PR|PRI||630||Puerto Rico|
    PS|PSE||275||Palestine, State of|state of palestine;the state of palestine
    PT|PRT||620||Portugal|portuguese republic
    PU|PUS|PUUM|849|1986|US Miscellaneous Pacific Islands|
    PW|PLW||585||Palau|republic of palau
    PY|PRY||600||Paraguay|republic of paraguay
    PZ|PCZ|PZPA||1980|Panama Canal Zone|
    QA|QAT||634||Qatar|state of qatar
    RE|REU||638||Réunion|reunion
    RH|RHO|RHZW|716|1980|Southern Rhodesia|
    RO|ROU||642||Romania|
    RS|SRB||688||Serbia|republic of serbia
    RU|RUS||643||Russian Federation|
    RW|RWA||646||Rwanda|rwandese republic
    SA|SAU||682||Saudi Arabia|kingdom of saudi arabia
    SB|SLB||090||Solomon Islands|
    SC|SYC||690||Seychelles|republic of seychelles
    SD|SDN||729||Sudan|republic of the sudan
    SE|SWE||752||Sweden|kingdom of sweden
    SG|SGP||702||Singapore|republic of singapore
    SH|SHN||654||Saint Helena, Ascension and Tristan da Cunha|ascension and tristan da cunha saint helena
    SI|SVN||705||Slovenia|republic of slovenia
    SJ|SJM||744||Svalbard and Jan Mayen|
    SK|SVK||703||Slovakia|slovak republic
    SKIN|SKM|SKIN||1975|Sikkim|
    SL|SLE||694||Sierra Leone|republic of sierra leone
    SM|SMR||674||San Marino|republic of san marino
    SN|SEN||686||Senegal|republic of senegal
    SO|SOM||706||Somalia|federal republic of somalia
    SR|SUR||740||Suriname|republic of suriname
    SS|SSD||728||South Sudan|republic of south sudan
    ST|STP||678||Sao Tome and Principe|democratic republic of sao tome and principe
    SU|SUN|SUHH|810|1992-08-30|USSR, Union of Soviet Socialist Republics|union of soviet socialist republics ussr;ussr
    SV|SLV||222||El Salvador|republic of el salvador
    SX|SXM||534||Sint Maarten (Dutch part)|
    SY|SYR||760||Syria|syrian arab republic
    SZ|SWZ||748||Eswatini|kingdom of eswatini
    TC|TCA||796||Turks and Caicos Islands|
    TD|TCD||148||Chad|republic of chad
    TF|ATF||260||French Southern Territories|
    TG|TGO||768||Togo|togolese republic
    TH|THA||764||Thailand|kingdom of thailand
    TJ|TJK||762||Tajikistan|republic of tajikistan
    TK|TKL||772||Tokelau|
    TL|TLS||626||Timor-Leste|democratic republic of timor-leste
    TM|TKM||795||Turkmenistan|
    TN|TUN||788||Tunisia|republic of tunisia
    TO|TON||776||Tonga|kingdom of tonga
    TP|TMP|TPTL|626|2002-05-20|East Timor|
    TR|TUR||792||Türkiye|turkiye;republic of turkiye
    TT|TTO||780||Trinidad and Tobago|republic of trinidad and tobago
    TV|TUV||798||Tuvalu|
    TW|TWN||158||Taiwan|taiwan, province of china;province of china taiwan
    TZ|TZA||834||Tanzania|tanzania, united republic of;united republic of tanzania
    UA|UKR||804||Ukraine|
    UG|UGA||800||Uganda|republic of uganda
    UM|UMI||581||United States Minor Outlying Islands|
    US|USA||840||United States|united states of america
    UY|URY||858||Uruguay|eastern republic of uruguay
    UZ|UZB||860||Uzbekistan|republic of uzbekistan
    VA|VAT||336||Holy See (Vatican City State)|
    VC|VCT||670||Saint Vincent and the Grenadines|
    VD|VDR|VDVN||1977|Viet-Nam, Democratic Republic of|democratic republic of viet-nam;viet-nam
    VE|VEN||862||Venezuela|venezuela, bolivarian republic of;bolivarian republic of venezuela
    VG|VGB||092||Virgin Islands, British|british virgin islands
    VI|VIR||850||Virgin Islands, U.S.|u.s. virgin islands;virgin islands of the united states
    VN|VNM||704||Vietnam|viet nam;socialist republic of viet nam
    VU|VUT||548||Vanuatu|republic of vanuatu
    WF|WLF||876||Wallis and Futuna|
    WK|WAK|WKUM|872|1986|Wake Island|
    WS|WSM||882||Samoa|independent state of samoa
    XK|XKX||||Kosovo|
    YD|YMD|YDYE|720|1990-08-14|Yemen, Democratic, People's Democratic Republic of|democratic, people's democratic republic of yemen;yemen
    YE|YEM||887||Yemen|republic of yemen
    YT|MYT||175||Mayotte|
    YU|YUG|YUCS|891|2003-07-23|Yugoslavia, (Socialist) Federal Republic of|(socialist) federal republic of yugoslavia;yugoslavia
    ZA|ZAF||710||South Africa|republic of south africa
    ZM|ZMB||894||Zambia|republic of zambia
    ZR|ZAR|ZRCD|180|1997-07-14|Zaire, Republic of|republic of zaire;zaire
    ZW|ZWE||716||Zimbabwe|republic of zimbabwe
    """
}
