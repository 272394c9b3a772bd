pub fn samples() -> anyhow::Result<()> {
    anyhow::bail!("not written yet")
}
