//! Which browser the tests run in.

use std::io::Write as _;

/// The browsers that the tests know how to drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by way of chromedriver.
    Chromium,
    /// Firefox, by way of geckodriver.
    Firefox,
}

impl Engine {
    /// The browser that `ASSAY_BROWSER` names: `chromium`, which is the default, or `firefox`.
    ///
    /// # Errors
    /// Where the variable names another.
    pub fn of_tests() -> anyhow::Result<Self> {
        match std::env::var("ASSAY_BROWSER").as_deref() {
            Err(std::env::VarError::NotPresent) | Ok("chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            other => {
                anyhow::bail!("ASSAY_BROWSER is {other:?}, and neither chromium nor firefox")
            }
        }
    }
}

/// Whether the tests run in Firefox, where this test must then end without having shown anything.
///
/// It says so with its reason, by [`not_checked`].
pub fn skipped_in_firefox(reason: &str) -> bool {
    let is_firefox = matches!(Engine::of_tests(), Ok(Engine::Firefox));
    if is_firefox {
        not_checked(&format!("in Firefox: {reason}"));
    }
    is_firefox
}

/// Says that the test that runs has left something out: `cargo xtask test` repeats it in its summary.
pub fn not_checked(what: &str) {
    let test = std::thread::current();
    let test = test.name().unwrap_or("a test");
    // Not by println!, whose lines are shown of failed tests alone.
    let _ = writeln!(std::io::stdout(), "\nNOT CHECKED {test}, {what}");
}
