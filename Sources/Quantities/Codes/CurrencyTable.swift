// Written by .ci/iso-codes from iso-codes 4.15.0; do not edit.

/// The current and historic currencies of ISO 4217.
enum CurrencyTable {
  /// One line each: code, number, minor units, withdrawal, name, other names.
  static let lines: StaticString = """
    ADP|020||2003-07|Andorran Peseta|
    AED|784|2||UAE Dirham|
    AFA|004||2003-01|Afghani|
    AFN|971|2||Afghani|
    ALK|008||1989-12|Old Lek|
    ALL|008|2||Lek|
    AMD|051|2||Armenian Dram|
    ANG|532||2025-03|Netherlands Antillean Guilder|
    AOA|973|2||Kwanza|
    AOK|024||1991-03|Kwanza|
    AON|024||2000-02|New Kwanza|
    AOR|982||2000-02|Kwanza Reajustado|
    ARA|032||1992-01|Austral|
    ARP|032||1985-07|Peso Argentino|
    ARS|032|2||Argentine Peso|
    ARY|032||1989 to 1990|Peso|
    ATS|040||2002-03|Schilling|
    AUD|036|2||Australian Dollar|
    AWG|533|2||Aruban Florin|
    AYM|945||2005-10|Azerbaijan Manat|
    AZM|031||2005-12|Azerbaijanian Manat|
    AZN|944|2||Azerbaijan Manat|
    BAD|070||1998-07|Dinar|
    BAM|977|2||Convertible Mark|
    BBD|052|2||Barbados Dollar|
    BDT|050|2||Taka|
    BEC|993||1990-03|Convertible Franc|
    BEF|056||2002-03|Belgian Franc|
    BEL|992||1990-03|Financial Franc|
    BGJ|100||1989 to 1990|Lev A/52|
    BGK|100||1989 to 1990|Lev A/62|
    BGL|100||2003-11|Lev|
    BGN|975||2026-01|Bulgarian Lev|
    BHD|048|3||Bahraini Dinar|
    BIF|108|0||Burundi Franc|
    BMD|060|2||Bermudian Dollar|
    BND|096|2||Brunei Dollar|
    BOB|068|2||Boliviano|
    BOP|068||1987-02|Peso boliviano|
    BOV|984|2||Mvdol|
    BRB|076||1986-03|Cruzeiro|
    BRC|076||1989-02|Cruzado|
    BRE|076||1993-03|Cruzeiro|
    BRL|986|2||Brazilian Real|
    BRN|076||1990-03|New Cruzado|
    BRR|987||1994-07|Cruzeiro Real|
    BSD|044|2||Bahamian Dollar|
    BTN|064|2||Ngultrum|
    BUK|104||1990-02|Kyat|
    BWP|072|2||Pula|
    BYB|112||2001-01|Belarusian Ruble|
    BYN|933|2||Belarusian Ruble|
    BYR|974||2017-01|Belarusian Ruble|
    BZD|084|2||Belize Dollar|
    CAD|124|2||Canadian Dollar|
    CDF|976|2||Congolese Franc|
    CHC|948||2004-11|WIR Franc (for electronic)|
    CHE|947|2||WIR Euro|
    CHF|756|2||Swiss Franc|
    CHW|948|2||WIR Franc|
    CLF|990|4||Unidad de Fomento|
    CLP|152|0||Chilean Peso|
    CNY|156|2||Yuan Renminbi|
    COP|170|2||Colombian Peso|
    COU|970|2||Unidad de Valor Real|
    CRC|188|2||Costa Rican Colon|
    CSD|891||2006-10|Serbian Dinar|
    CSJ|203||1989 to 1990|Krona A/53|
    CSK|200||1993-03|Koruna|
    CUC|931||2021-06|Peso Convertible|
    CUP|192|2||Cuban Peso|
    CVE|132|2||Cabo Verde Escudo|
    CYP|196||2008-01|Cyprus Pound|
    CZK|203|2||Czech Koruna|
    DDM|278||1990-07 to 1990-09|Mark der DDR|
    DEM|276||2002-03|Deutsche Mark|
    DJF|262|0||Djibouti Franc|
    DKK|208|2||Danish Krone|
    DOP|214|2||Dominican Peso|
    DZD|012|2||Algerian Dinar|
    ECS|218||2000-09|Sucre|
    ECV|983||2000-09|Unidad de Valor Constante (UVC)|
    EEK|233||2011-01|Kroon|
    EGP|818|2||Egyptian Pound|
    ERN|232|2||Nakfa|
    ESA|996||1978 to 1981|Spanish Peseta|
    ESB|995||1994-12|"A" Account (convertible Peseta Account)|
    ESP|724||2002-03|Spanish Peseta|
    ETB|230|2||Ethiopian Birr|
    EUR|978|2||Euro|
    FIM|246||2002-03|Markka|
    FJD|242|2||Fiji Dollar|
    FKP|238|2||Falkland Islands Pound|
    FRF|250||2002-03|French Franc|
    GBP|826|2||Pound Sterling|
    GEK|268||1995-10|Georgian Coupon|
    GEL|981|2||Lari|
    GHC|288||2008-01|Cedi|
    GHP|939||2007-06|Ghana Cedi|
    GHS|936|2||Ghana Cedi|
    GIP|292|2||Gibraltar Pound|
    GMD|270|2||Dalasi|
    GNE|324||1989-12|Syli|
    GNF|324|0||Guinean Franc|
    GNS|324||1986-02|Syli|
    GQE|226||1986-06|Ekwele|
    GRD|300||2002-03|Drachma|
    GTQ|320|2||Quetzal|
    GWE|624||1978 to 1981|Guinea Escudo|
    GWP|624||1997-05|Guinea-Bissau Peso|
    GYD|328|2||Guyana Dollar|
    HKD|344|2||Hong Kong Dollar|
    HNL|340|2||Lempira|
    HRD|191||1995-01|Croatian Dinar|
    HRK|191||2023-01|Kuna|
    HTG|332|2||Gourde|
    HUF|348|2||Forint|
    IDR|360|2||Rupiah|
    IEP|372||2002-03|Irish Pound|
    ILP|376||1978 to 1981|Pound|
    ILR|376||1989 to 1990|Old Shekel|
    ILS|376|2||New Israeli Sheqel|
    INR|356|2||Indian Rupee|
    IQD|368|3||Iraqi Dinar|
    IRR|364|2||Iranian Rial|
    ISJ|352||1989 to 1990|Old Krona|
    ISK|352|0||Iceland Krona|
    ITL|380||2002-03|Italian Lira|
    JMD|388|2||Jamaican Dollar|
    JOD|400|3||Jordanian Dinar|
    JPY|392|0||Yen|
    KES|404|2||Kenyan Shilling|
    KGS|417|2||Som|
    KHR|116|2||Riel|
    KMF|174|0||Comorian Franc|
    KPW|408|2||North Korean Won|
    KRW|410|0||Won|
    KWD|414|3||Kuwaiti Dinar|
    KYD|136|2||Cayman Islands Dollar|
    KZT|398|2||Tenge|
    LAJ|418||1979-12|Pathet Lao Kip|
    LAK|418|2||Lao Kip|
    LBP|422|2||Lebanese Pound|
    LKR|144|2||Sri Lanka Rupee|
    LRD|430|2||Liberian Dollar|
    LSL|426|2||Loti|
    LSM|426||1985-05|Loti|
    LTL|440||2014-12|Lithuanian Litas|
    LTT|440||1993-07|Talonas|
    LUC|989||1990-03|Luxembourg Convertible Franc|
    LUF|442||2002-03|Luxembourg Franc|
    LUL|988||1990-03|Luxembourg Financial Franc|
    LVL|428||2014-01|Latvian Lats|
    LVR|428||1994-12|Latvian Ruble|
    LYD|434|3||Libyan Dinar|
    MAD|504|2||Moroccan Dirham|
    MDL|498|2||Moldovan Leu|
    MGA|969|2||Malagasy Ariary|
    MGF|450||2004-12|Malagasy Franc|
    MKD|807|2||Denar|
    MLF|466||1984-11|Mali Franc|
    MMK|104|2||Kyat|
    MNT|496|2||Tugrik|
    MOP|446|2||Pataca|
    MRO|478||2017-12|Ouguiya|
    MRU|929|2||Ouguiya|
    MTL|470||2008-01|Maltese Lira|
    MTP|470||1983-06|Maltese Pound|
    MUR|480|2||Mauritius Rupee|
    MVQ|462||1989-12|Maldive Rupee|
    MVR|462|2||Rufiyaa|
    MWK|454|2||Malawi Kwacha|
    MXN|484|2||Mexican Peso|
    MXP|484||1993-01|Mexican Peso|
    MXV|979|2||Mexican Unidad de Inversion (UDI)|
    MYR|458|2||Malaysian Ringgit|
    MZE|508||1978 to 1981|Mozambique Escudo|
    MZM|508||2006-06|Mozambique Metical|
    MZN|943|2||Mozambique Metical|
    NAD|516|2||Namibia Dollar|
    NGN|566|2||Naira|
    NIC|558||1990-10|Cordoba|
    NIO|558|2||Cordoba Oro|
    NLG|528||2002-03|Netherlands Guilder|
    NOK|578|2||Norwegian Krone|
    NPR|524|2||Nepalese Rupee|
    NZD|554|2||New Zealand Dollar|
    OMR|512|3||Rial Omani|
    PAB|590|2||Balboa|
    PEH|604||1989 to 1990|Sol|
    PEI|604||1991-07|Inti|
    PEN|604|2||Sol|
    PES|604||1986-02|Sol|
    PGK|598|2||Kina|
    PHP|608|2||Philippine Peso|
    PKR|586|2||Pakistan Rupee|
    PLN|985|2||Zloty|
    PLZ|616||1997-01|Zloty|
    PTE|620||2002-03|Portuguese Escudo|
    PYG|600|0||Guarani|
    QAR|634|2||Qatari Rial|
    RHD|716||1978 to 1981|Rhodesian Dollar|
    ROK|642||1989 to 1990|Leu A/52|
    ROL|642||2005-06|Old Leu|
    RON|946|2||Romanian Leu|
    RSD|941|2||Serbian Dinar|
    RUB|643|2||Russian Ruble|
    RUR|810||2004-01|Russian Ruble|
    RWF|646|0||Rwanda Franc|
    SAR|682|2||Saudi Riyal|
    SBD|090|2||Solomon Islands Dollar|
    SCR|690|2||Seychelles Rupee|
    SDD|736||2007-07|Sudanese Dinar|
    SDG|938|2||Sudanese Pound|
    SDP|736||1998-06|Sudanese Pound|
    SEK|752|2||Swedish Krona|
    SGD|702|2||Singapore Dollar|
    SHP|654|2||Saint Helena Pound|
    SIT|705||2007-01|Tolar|
    SKK|703||2009-01|Slovak Koruna|
    SLE|925|2||Leone|
    SLL|694||2023-12|Leone|
    SOS|706|2||Somali Shilling|
    SRD|968|2||Surinam Dollar|
    SRG|740||2003-12|Surinam Guilder|
    SSP|728|2||South Sudanese Pound|
    STD|678||2017-12|Dobra|
    STN|930|2||Dobra|
    SUR|810||1990-12|Rouble|
    SVC|222|2||El Salvador Colon|
    SYP|760|2||Syrian Pound|
    SZL|748|2||Lilangeni|
    THB|764|2||Baht|
    TJR|762||2001-04|Tajik Ruble|
    TJS|972|2||Somoni|
    TMM|795||2009-01|Turkmenistan Manat|
    TMT|934|2||Turkmenistan New Manat|
    TND|788|3||Tunisian Dinar|
    TOP|776|2||Pa’anga|pa'anga
    TPE|626||2002-11|Timor Escudo|
    TRL|792||2005-12|Old Turkish Lira|
    TRY|949|2||Turkish Lira|
    TTD|780|2||Trinidad and Tobago Dollar|
    TWD|901|2||New Taiwan Dollar|
    TZS|834|2||Tanzanian Shilling|
    UAH|980|2||Hryvnia|
    UAK|804||1996-09|Karbovanet|
    UGS|800||1987-05|Uganda Shilling|
    UGW|800||1989 to 1990|Old Shilling|
    UGX|800|0||Uganda Shilling|
    USD|840|2||US Dollar|
    USN|997|2||US Dollar (Next day)|
    USS|998||2014-03|US Dollar (Same day)|
    UYI|940|0||Uruguay Peso en Unidades Indexadas (UI)|
    UYN|858||1989-12|Old Uruguay Peso|
    UYP|858||1993-03|Uruguayan Peso|
    UYU|858|2||Peso Uruguayo|
    UYW|927|4||Unidad Previsional|
    UZS|860|2||Uzbekistan Sum|
    VEB|862||2008-01|Bolivar|
    VED|926|2||Bolívar Soberano|bolivar soberano
    VEF|937||2018-08|Bolívar|bolivar
    VES|928|2||Bolívar Soberano|bolivar soberano
    VNC|704||1989-1990|Old Dong|
    VND|704|0||Dong|
    VUV|548|0||Vatu|
    WST|882|2||Tala|
    XAD|396|2||Arab Accounting Dinar|
    XAF|950|0||CFA Franc BEAC|
    XAG|961|||Silver|
    XAU|959|||Gold|
    XBA|955|||Bond Markets Unit European Composite Unit (EURCO)|
    XBB|956|||Bond Markets Unit European Monetary Unit (E.M.U.-6)|
    XBC|957|||Bond Markets Unit European Unit of Account 9 (E.U.A.-9)|
    XBD|958|||Bond Markets Unit European Unit of Account 17 (E.U.A.-17)|
    XCD|951|2||East Caribbean Dollar|
    XCG|532|2||Caribbean Guilder|
    XDR|960|||SDR (Special Drawing Right)|
    XEU|954||1999-01|European Currency Unit (E.C.U)|
    XFO|||2006-10|Gold-Franc|
    XFU|||2013-11|UIC-Franc|
    XOF|952|0||CFA Franc BCEAO|
    XPD|964|||Palladium|
    XPF|953|0||CFP Franc|
    XPT|962|||Platinum|
    XRE|||1999-11|RINET Funds Code|
    XSU|994|||Sucre|
    XTS|963|||Codes specifically reserved for testing purposes|
    XUA|965|||ADB Unit of Account|
    XXX|999|||The codes assigned for transactions where no currency is involved|
    YDD|720||1991-09|Yemeni Dinar|
    YER|886|2||Yemeni Rial|
    YUD|890||1990-01|New Yugoslavian Dinar|
    YUM|891||2003-07|New Dinar|
    YUN|890||1995-11|Yugoslavian Dinar|
    ZAL|991||1995-03|Financial Rand|
    ZAR|710|2||Rand|
    ZMK|894||2012-12|Zambian Kwacha|
    ZMW|967|2||Zambian Kwacha|
    ZRN|180||1999-06|New Zaire|
    ZRZ|180||1994-02|Zaire|
    ZWC|716||1989-12|Rhodesian Dollar|
    ZWD|716||2008-08|Zimbabwe Dollar|
    ZWG|924|2||Zimbabwe Gold|
    ZWL|932||2024-09|Zimbabwe Dollar|
    ZWN|942||2006-09|Zimbabwe Dollar (new)|
    ZWR|935||2009-06|Zimbabwe Dollar|
    """
}
