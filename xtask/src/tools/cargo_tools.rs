//! Tools written in Rust, built from crates.io.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::cmd;

use super::project::Project;

/// A program to be built by `cargo install`.
pub struct CargoTool {
    /// The package on crates.io.
    package: &'static str,
    version: &'static str,
    /// The program that shows the version; the tool's folder is named after it.
    program: &'static str,
    features: &'static [&'static str],
}

/// Builds the page.
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    features: &["--no-default-features", "--features", "rustls"],
};

/// Makes the JavaScript beside the wasm and runs the wasm tests. Its version must be that of the
/// crate `wasm-bindgen`, which Cargo.toml pins.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen",
    features: &[],
};

/// Checks the dependencies' licences, sources and advisories.
pub const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    features: &[],
};

/// Feeds random input to the fuzz targets.
pub const CARGO_FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    version: "0.13.2",
    program: "cargo-fuzz",
    features: &[],
};

/// Drives Firefox. Each version is for the browsers of its time and of some years before.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    features: &[],
};

impl CargoTool {
    /// Installs the tool unless it is there, and returns the folder of its programs.
    pub fn set_up(&self, project: &Project) -> anyhow::Result<PathBuf> {
        let name = format!("{}-{}", self.program, self.version);
        let root = project.tools().join(&name);
        let programs = root.join("bin");
        if !self.is_in(project, &programs) {
            println!("Installing {name} (once; this takes some minutes)");
            self.install(project, &root)?;
            anyhow::ensure!(
                self.is_in(project, &programs),
                "{name} was installed, but does not run or says that it is another version"
            );
        }
        Ok(programs)
    }

    fn is_in(&self, project: &Project, programs: &Path) -> bool {
        let program = programs.join(self.program);
        let version = cmd!(project.shell, "{program} --version");
        let version = version.quiet().ignore_stderr().read();
        version.is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, project: &Project, root: &Path) -> anyhow::Result<()> {
        let shell = &project.shell;
        let package = format!("{}@{}", self.package, self.version);
        let features = self.features;
        let build = project.tools().join("build");
        // Their own release profiles are made for months of use and are slow to build.
        let _profile = [
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
        ]
        .map(|(name, value)| shell.push_env(name, value));
        let _target = shell.push_env("CARGO_TARGET_DIR", &build);
        cmd!(
            shell,
            "cargo install --locked {package} {features...} --root {root}"
        )
        .run()
        .with_context(|| format!("cannot install {package}"))?;
        shell.remove_path(build)?;
        Ok(())
    }
}
