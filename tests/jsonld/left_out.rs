//! Cases of W3C's suites that need what is left out here, by what they need.
//!
//! A credential's JSON cannot hold these keywords (`shape`), and no bundled context makes use of these
//! parts. Scoped contexts are not processed before they are used, so their errors come later. There is
//! no base IRI: a relative reference is undefined.

pub const TO_RDF: &[(&str, &[&str])] = &[
    (
        "@base is not supported",
        &[
            "t0120", "t0121", "t0122", "t0123", "t0124", "t0125", "t0126", "t0127", "t0128",
            "t0129", "t0130", "t0131", "t0132", "tc015", "tc024", "tc031", "tc038", "te060",
            "te062", "te088", "te089", "te090", "te091", "te092", "te109", "te110", "te111",
            "te112", "te121", "te122", "te129", "te130", "ter07", "tin06", "tli11", "tli12",
            "tli13", "tli14", "tm017", "tm018", "tm019", "tm020", "tpi06", "tpi07", "tpi08",
            "tpi09", "tpi10",
        ],
    ),
    (
        "@direction is not supported",
        &[
            "tdi01", "tdi02", "tdi03", "tdi04", "tdi05", "tdi06", "tdi07", "tdi08",
        ],
    ),
    (
        "@graph is not supported",
        &[
            "t0027", "t0028", "t0029", "t0030", "t0113", "t0114", "t0115", "t0116", "t0117",
            "te009", "te012", "te017", "te020", "te021", "te046", "te047", "te081", "te095",
            "te102", "te103", "te104", "twf07",
        ],
    ),
    (
        "@import is not supported",
        &[
            "tso02", "tso03", "tso05", "tso06", "tso07", "tso08", "tso09", "tso10", "tso11",
            "tso12", "tso13",
        ],
    ),
    (
        "@included is not supported",
        &[
            "tin01", "tin02", "tin03", "tin04", "tin05", "tin07", "tin08", "tin09",
        ],
    ),
    (
        "@index is not supported",
        &["tec01", "tpi02", "tpi03", "tpi04", "tpi05", "tpi11"],
    ),
    (
        "@language is not supported",
        &[
            "te008", "te018", "te022", "te035", "te041", "te044", "ter09", "ter22", "tpr05",
        ],
    ),
    (
        "@list is not supported",
        &[
            "t0013", "t0014", "t0015", "t0036", "te004", "te023", "ter36", "ter41", "tli01",
            "tli02", "tli03", "tli04",
        ],
    ),
    (
        "@nest is not supported",
        &[
            "tc037", "ten01", "ten02", "ten03", "ten04", "ten05", "ten06", "tn001", "tn002",
            "tn003", "tn004", "tn005", "tn006", "tn007", "tn008",
        ],
    ),
    (
        "@reverse is not supported",
        &[
            "t0133", "te037", "te039", "te043", "te065", "te066", "ter25", "ter33", "ter34",
        ],
    ),
    ("@set is not supported", &["te015", "te016"]),
    (
        "JSON-LD 1.0",
        &[
            "t0118", "te014", "te026", "te038", "te071", "te115", "te116", "ter02", "ter03",
            "ter24", "ter32",
        ],
    ),
    (
        "a base IRI",
        &[
            "t0016", "t0017", "t0018", "te005", "te028", "te029", "te048", "te050", "te051",
            "te056", "te057", "te059", "te076", "te078",
        ],
    ),
    (
        "a container of another kind than @graph, @list and @set is not supported",
        &[
            "tc013", "te030", "te036", "te040", "te063", "te082", "te083", "te084", "te085",
            "te086", "te087", "te096", "te097", "te098", "te099", "te100", "te101", "te105",
            "te106", "te107", "te108", "ter35", "tm001", "tm002", "tm003", "tm004", "tm005",
            "tm006", "tm007", "tm008", "tm009", "tm010", "tm011", "tm012", "tm013", "tm014",
            "tm015", "tm016",
        ],
    ),
    (
        "a definition of @type is not supported",
        &["tec02", "ter01", "tpr30", "tpr31", "tpr32"],
    ),
    (
        "a reference in a scoped context is not supported",
        &["tc034"],
    ),
    (
        "invalid IRI mapping where Some(\"invalid scoped context\") is expected",
        &["tc032"],
    ),
    (
        "none where \"invalid scoped context\" is expected",
        &["tc033"],
    ),
    ("remote contexts", &["te126", "te127", "te128", "ter05"]),
    ("the option expandContext", &["te077"]),
    (
        "the option processingMode",
        &[
            "tc029", "te075", "tep02", "ter21", "ter42", "tpi01", "tso01", "ttn01",
        ],
    ),
    (
        "the option rdfDirection",
        &["tdi09", "tdi10", "tdi11", "tdi12"],
    ),
];

pub const EXPAND: &[(&str, &[&str])] = &[
    (
        "@base is not supported",
        &[
            "t0060", "t0062", "t0088", "t0089", "t0090", "t0091", "t0092", "t0109", "t0110",
            "t0111", "t0112", "t0121", "t0122", "t0129", "t0130", "t0131", "tc015", "tc024",
            "tc031", "tc038", "ter07", "tin06", "tm017", "tm018", "tm019", "tm020", "tpi06",
            "tpi07", "tpi08", "tpi09", "tpi10",
        ],
    ),
    (
        "@direction is not supported",
        &[
            "tdi01", "tdi02", "tdi03", "tdi04", "tdi05", "tdi06", "tdi07", "tdi08",
        ],
    ),
    (
        "@graph is not supported",
        &[
            "t0009", "t0012", "t0017", "t0020", "t0021", "t0046", "t0047", "t0081", "t0095",
            "t0102", "t0103", "t0104",
        ],
    ),
    (
        "@import is not supported",
        &[
            "tso02", "tso03", "tso05", "tso06", "tso07", "tso08", "tso09", "tso10", "tso11",
            "tso12", "tso13",
        ],
    ),
    (
        "@included is not supported",
        &[
            "tin01", "tin02", "tin03", "tin04", "tin05", "tin07", "tin08", "tin09",
        ],
    ),
    (
        "@index is not supported",
        &["tec01", "tpi02", "tpi03", "tpi04", "tpi05", "tpi11"],
    ),
    (
        "@language is not supported",
        &[
            "t0008", "t0018", "t0022", "t0035", "t0041", "t0044", "ter09", "ter22", "tpr05",
        ],
    ),
    (
        "@list is not supported",
        &[
            "t0004", "t0023", "ter36", "ter41", "tli01", "tli02", "tli03", "tli04",
        ],
    ),
    (
        "@nest is not supported",
        &[
            "tc037", "ten01", "ten02", "ten03", "ten04", "ten05", "ten06", "tn001", "tn002",
            "tn003", "tn004", "tn005", "tn006", "tn007", "tn008",
        ],
    ),
    (
        "@reverse is not supported",
        &[
            "t0037", "t0039", "t0043", "t0065", "t0066", "ter25", "ter33", "ter34",
        ],
    ),
    ("@set is not supported", &["t0014", "t0015", "t0016"]),
    (
        "JSON-LD 1.0",
        &[
            "t0026", "t0038", "t0071", "t0115", "t0116", "ter02", "ter03", "ter24", "ter32",
        ],
    ),
    (
        "a base IRI",
        &[
            "t0005", "t0028", "t0029", "t0048", "t0050", "t0051", "t0056", "t0057", "t0059",
            "t0076", "t0078",
        ],
    ),
    (
        "a container of another kind than @graph, @list and @set is not supported",
        &[
            "t0030", "t0036", "t0040", "t0063", "t0082", "t0083", "t0084", "t0085", "t0086",
            "t0087", "t0096", "t0097", "t0098", "t0099", "t0100", "t0101", "t0105", "t0106",
            "t0107", "t0108", "tc013", "ter35", "tl001", "tm001", "tm002", "tm003", "tm004",
            "tm005", "tm006", "tm007", "tm008", "tm009", "tm010", "tm011", "tm012", "tm013",
            "tm014", "tm015", "tm016",
        ],
    ),
    (
        "a definition of @type is not supported",
        &["tec02", "ter01", "tpr30", "tpr31", "tpr32"],
    ),
    (
        "a reference in a scoped context is not supported",
        &["tc034"],
    ),
    (
        "invalid IRI mapping where Some(\"invalid scoped context\") is expected",
        &["tc032"],
    ),
    (
        "none where \"invalid scoped context\" is expected",
        &["tc033"],
    ),
    ("remote contexts", &["t0126", "t0127", "t0128", "ter05"]),
    ("the option expandContext", &["t0077"]),
    (
        "the option processingMode",
        &[
            "t0075", "tc029", "tep02", "ter21", "ter42", "tes01", "tpi01", "tso01", "ttn01",
        ],
    ),
];
