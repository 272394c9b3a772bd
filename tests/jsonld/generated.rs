//! Generated credentials, statement by statement.

use proptest::prelude::*;

use crate::generator::credential;
use crate::judge::difference;

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn credentials_state_what_oxjsonld_has_them_state(
        bytes in prop::collection::vec(any::<u8>(), 20..400)
    ) {
        let (document, choice) = credential(&bytes);
        let difference = difference(&document, &choice);
        prop_assert!(
            difference.is_none(),
            "{}\n{}\n{}",
            choice.names().collect::<Vec<_>>().join(", "),
            serde_json::Value::Object(document),
            difference.unwrap_or_default()
        );
    }
}
