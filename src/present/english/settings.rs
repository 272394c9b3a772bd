//! What a person decided about other sites.

pub const TITLE: &str = "Sites that you decided about";
pub const NOTE: &str =
    "Kept in this browser alone, where it allows that. A badge's card is where you decide.";
pub const NONE: &str = "None so far: we ask each time.";
pub const FORGET: &str = "Forget";
pub const RELAY: &str = "A relay, for sites that let no other page read them";
pub const RELAY_HINT: &str = "Its address, with {url} where the wanted one goes. Whoever runs it sees what you look up and could alter what comes back, so we name it and ask you each time.";
pub const KEEP: &str = "Use it";
