//! The address of LinkedIn's form, from what a badge states and nothing else.

mod support;

use assay::present::linkedin_address;
use assay::trust::Registry;
use assay::{Evidence, Policy, Report, Timestamp, open, verify};
use support::{now, sample};

fn report(file: &str, policy: &Policy) -> Report {
    let opened = open(&sample(file), &policy.bounds).unwrap();
    let credential = opened.credentials.iter().next().unwrap().as_ref().unwrap();
    verify(credential, &Evidence::none(), policy, now())
}

fn with_registry() -> Policy {
    Policy {
        registries: vec![Registry::parse(&sample("registry.json")).unwrap()],
        ..Policy::default()
    }
}

#[test]
fn what_the_badge_states_is_filled_in() {
    let report = report("rich-genuine.json", &with_registry());
    let check = "https://assay.example/?url=https%3A%2F%2Fa.example%2Fb";
    assert_eq!(
        linkedin_address(&report, Some(check)).unwrap(),
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME\
         &name=Data%20Analysis%20with%20Python&organizationName=Northfield%20University\
         &issueYear=2025&issueMonth=2&expirationYear=2099&expirationMonth=2\
         &certUrl=https%3A%2F%2Fassay.example%2F%3Furl%3Dhttps%253A%252F%252Fa.example%252Fb\
         &certId=https%3A%2F%2Fcredentials.example.edu%2Fbadges%2F8c1f2f1e"
    );
}

/// Without a list, the issuer's name is the one that it gives itself.
#[test]
fn what_it_does_not_state_is_left_out() {
    let report = report("minimal.json", &Policy::default());
    assert_eq!(
        linkedin_address(&report, None).unwrap(),
        "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME\
         &name=First%20Aid%20at%20Work&organizationName=Harbour%20Training\
         &issueYear=2025&issueMonth=2\
         &certId=urn%3Auuid%3A0a4f7e52-5a1c-4f0e-9a37-5b2f0f5b7c11"
    );
}

#[test]
fn none_for_a_badge_that_one_should_not_boast_of() {
    for file in [
        "altered.json",
        "strangers-key.json",
        "unknown-context.json",
        "unsigned.json",
        "expired.json",
        "not-yet-valid.json",
    ] {
        assert_eq!(
            linkedin_address(&report(file, &with_registry()), None),
            None
        );
    }
    let another = Policy {
        recipient: Some("somebody.else@example.com".into()),
        ..with_registry()
    };
    assert_eq!(
        linkedin_address(&report("minimal.json", &another), None),
        None
    );
    let on_another_day = Policy {
        now: Timestamp::parse("2026-01-01T00:00:00Z").ok(),
        ..with_registry()
    };
    assert_eq!(
        linkedin_address(&report("minimal.json", &on_another_day), None),
        None
    );
}
