//! Nothing is contacted that the person did not allow, whichever way a badge comes in. The browser itself
//! records whom it contacts.

mod support;

#[path = "../../carriers/build.rs"]
mod build;

use assay::carrier::bake::bake;
use assay::policy::Bounds;
use browser_tests::{Browser, Reply};
use build::{stored, zip};
use serde_json::json;
use signing::{Issuer, badge};
use support::hosted::{press, wait_for_verdict};
use support::hosts::{Hosts, company, school};
use support::recorder::{Recorder, allow_once, at_rest, decide, question};
use support::{INPUT, PNG, file, open_page_among};

/// How a badge comes to the page.
#[derive(Clone, Copy, Debug)]
enum Way {
    Chosen,
    Dropped,
    InAPicture,
    Pasted,
    PastedLink,
    DroppedLink,
    InTheAddress,
}

impl Way {
    async fn take(self, browser: &Browser, badge: &str, link: &str) -> anyhow::Result<()> {
        browser.open("/").await?;
        browser
            .wait_for("the page", &format!("find('{INPUT}')"))
            .await?;
        match self {
            Self::Chosen => {
                browser
                    .upload(INPUT, file("badge.json", badge.as_bytes())?)
                    .await
            }
            Self::Dropped => {
                browser
                    .drop_file("main", file("badge.json", badge.as_bytes())?)
                    .await
            }
            Self::InAPicture => {
                let picture = bake(PNG, badge.as_bytes(), &Bounds::default());
                let picture = picture.map_err(|why| anyhow::anyhow!("{why:?}"))?;
                browser.upload(INPUT, file("badge.png", &picture)?).await
            }
            Self::Pasted => browser.paste(badge).await,
            Self::PastedLink => browser.paste(link).await,
            Self::DroppedLink => browser.drop_link(link).await,
            Self::InTheAddress => browser.open(&format!("/?url={link}")).await,
        }
    }

    /// Whether the badge's own host has to be asked first.
    fn is_by_link(self) -> bool {
        matches!(
            self,
            Self::PastedLink | Self::DroppedLink | Self::InTheAddress
        )
    }
}

#[tokio::test]
async fn no_way_in_contacts_a_host_before_it_is_allowed() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let badge = hosts.signed_badge()?;
    let link = hosts.links.url("/badge.json");
    hosts.links.reply("/badge.json", Reply::json(&*badge));
    let browser = open_page_among(&hosts.all()).await?;
    for way in [
        Way::Chosen,
        Way::Dropped,
        Way::InAPicture,
        Way::Pasted,
        Way::PastedLink,
        Way::DroppedLink,
        Way::InTheAddress,
    ] {
        let recorder = Recorder::start(&browser).await?;
        let mut allowed = Vec::new();
        way.take(&browser, &badge, &link).await?;
        if way.is_by_link() {
            browser
                .wait_for("the question", "find('.link-allow')")
                .await?;
            assert_eq!(recorder.contacted(&browser).await?, allowed, "{way:?}");
            press(&browser, ".link-allow").await?;
            allowed.push("links.example");
        }
        browser
            .wait_for("the card", "find('.assay .consent')")
            .await?;
        at_rest(&browser).await?;
        assert_eq!(recorder.contacted(&browser).await?, allowed, "{way:?}");

        // The issuer's keys come first: nobody else is even named.
        let asked = question(&browser).await?;
        assert!(asked.contains("issuer.example"), "{way:?}: {asked}");
        assert!(!asked.contains("status.example"), "{way:?}: {asked}");
        allow_once(&browser).await?;
        allowed.push("issuer.example");
        assert_eq!(recorder.contacted(&browser).await?, allowed, "{way:?}");

        // One host of two, and the other never.
        decide(&browser, &hosts.status, "Always ask").await?;
        allowed.push("status.example");
        assert_eq!(recorder.contacted(&browser).await?, allowed, "{way:?}");
        decide(&browser, &hosts.consortium, "Never ask").await?;
        assert_eq!(recorder.contacted(&browser).await?, allowed, "{way:?}");
        assert_eq!(question(&browser).await?, "", "{way:?}");
        browser.evaluate("localStorage.clear()").await?;
    }
    Ok(())
}

#[tokio::test]
async fn who_declines_is_asked_for_nothing() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let badge = hosts.signed_badge()?;
    let browser = open_page_among(&hosts.all()).await?;
    let recorder = Recorder::start(&browser).await?;
    Way::Chosen.take(&browser, &badge, "").await?;
    press(&browser, ".consent-decline").await?;
    at_rest(&browser).await?;
    assert_eq!(recorder.contacted(&browser).await?, [""; 0]);
    Way::Pasted.take(&browser, &badge, "").await?;
    browser.wait_for("the question", "find('.consent')").await?;
    decide(&browser, &hosts.issuer, "Never ask").await?;
    // Nor for the next badge, nor at the next visit.
    for way in [Way::Pasted, Way::Chosen] {
        way.take(&browser, &badge, "").await?;
        browser.wait_for("the card", "find('.assay')").await?;
        at_rest(&browser).await?;
        assert_eq!(question(&browser).await?, "", "{way:?}");
    }
    assert_eq!(recorder.contacted(&browser).await?, [""; 0]);
    Ok(())
}

/// Each badge of an archive has a question of its own.
#[tokio::test]
async fn an_archive_of_badges_of_several_hosts() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let company = company();
    let other = company.sign(badge(&company))?.to_string();
    let archive = zip(&[
        stored("school.json", hosts.signed_badge()?.as_bytes()),
        stored("company.json", other.as_bytes()),
    ]);
    let browser = open_page_among(&hosts.all()).await?;
    let recorder = Recorder::start(&browser).await?;
    browser.upload(INPUT, file("badges.zip", &archive)?).await?;
    browser
        .wait_for("both cards", "findAll('.results > li').length === 2")
        .await?;
    at_rest(&browser).await?;
    assert_eq!(recorder.contacted(&browser).await?, [""; 0]);
    let asked = question(&browser).await?;
    allow_once(&browser).await?;
    let contacted = recorder.contacted(&browser).await?;
    assert!(
        contacted == ["issuer.example"] || contacted == ["other.example"],
        "{contacted:?}"
    );
    assert!(asked.contains(&contacted[0]), "{asked}");
    Ok(())
}

/// A record asks for all that it holds in one question, and each host in it can be allowed by itself.
#[tokio::test]
async fn a_record_of_credentials_of_several_hosts() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let (school, company) = (school(), company());
    let record = school.sign(json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:example:record",
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": {"id": school.id(), "type": ["Profile"]},
        "validFrom": "2025-01-01T00:00:00Z",
        "name": "A record",
        "credentialSubject": {
            "type": ["ClrSubject"],
            "verifiableCredential": [
                school.sign(hosts.badge(&school))?,
                company.sign(badge(&company))?,
            ],
        },
    }))?;
    let browser = open_page_among(&hosts.all()).await?;
    let recorder = Recorder::start(&browser).await?;
    let record = file("record.json", record.to_string().as_bytes())?;
    browser.upload(INPUT, record).await?;
    browser.wait_for("the question", "find('.consent')").await?;
    at_rest(&browser).await?;
    assert_eq!(recorder.contacted(&browser).await?, [""; 0]);
    decide(&browser, &hosts.issuer, "Always ask").await?;
    assert_eq!(recorder.contacted(&browser).await?, ["issuer.example"]);
    decide(&browser, &hosts.other, "Never ask").await?;
    assert_eq!(recorder.contacted(&browser).await?, ["issuer.example"]);
    decide(&browser, &hosts.status, "Always ask").await?;
    let contacted = recorder.contacted(&browser).await?;
    assert_eq!(contacted, ["issuer.example", "status.example"]);
    Ok(())
}

/// An expired badge may have a newer version, at its issuer's service.
#[tokio::test]
async fn a_refresh_service_is_asked_only_when_it_is_allowed() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let issuer = Issuer::did_key("a school");
    let mut badge = badge(&issuer);
    badge["@context"] = json!([
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ]);
    badge["refreshService"] =
        json!({"id": hosts.other.url("/refresh/1"), "type": "1EdTechCredentialRefresh"});
    let newer = issuer.sign(badge.clone())?.to_string();
    hosts.other.reply("/refresh/1", Reply::json(newer));
    badge["validUntil"] = json!("2025-06-01T00:00:00Z");
    let badge = issuer.sign(badge)?.to_string();
    let browser = open_page_among(&hosts.all()).await?;
    let recorder = Recorder::start(&browser).await?;
    Way::Chosen.take(&browser, &badge, "").await?;
    browser.wait_for("the question", "find('.consent')").await?;
    at_rest(&browser).await?;
    assert_eq!(recorder.contacted(&browser).await?, [""; 0]);
    let asked = question(&browser).await?;
    let aim = "To see whether there is a newer version";
    assert!(asked.contains(aim), "{asked}");
    assert!(asked.contains("we'd ask other.example"), "{asked}");
    decide(&browser, &hosts.consortium, "Never ask").await?;
    assert_eq!(recorder.contacted(&browser).await?, [""; 0]);
    allow_once(&browser).await?;
    assert_eq!(recorder.contacted(&browser).await?, ["other.example"]);
    assert_eq!(hosts.other.requests(), ["GET /refresh/1"]);
    wait_for_verdict(&browser, "unlisted").await
}

/// Pictures that other hosts keep are shown when the person says so, one by one.
#[tokio::test]
async fn a_picture_is_asked_for_only_when_it_is_allowed() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let picture = Reply::json("").header("content-type", "image/png");
    hosts.links.reply("/achievement.png", picture);
    let browser = open_page_among(&hosts.all()).await?;
    let recorder = Recorder::start(&browser).await?;
    Way::Chosen
        .take(&browser, &hosts.signed_badge()?, "")
        .await?;
    // Of a badge that is not known to be its issuer's no picture is even offered.
    browser.wait_for("the question", "find('.consent')").await?;
    allow_once(&browser).await?;
    decide(&browser, &hosts.status, "Always ask").await?;
    decide(&browser, &hosts.consortium, "Never ask").await?;
    let mut allowed = vec!["issuer.example", "status.example"];
    assert_eq!(recorder.contacted(&browser).await?, allowed);
    press(&browser, ".picture-offer").await?;
    at_rest(&browser).await?;
    allowed.push("links.example");
    assert_eq!(recorder.contacted(&browser).await?, allowed);
    assert_eq!(hosts.links.requests(), ["GET /achievement.png"]);
    Ok(())
}
