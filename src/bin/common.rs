//! The program that most badges on other pages need: the elements, without the page and without what
//! `crate::lacking` names. `src/program.js` fetches the whole one where this lacks something.

use assay as _;

fn main() {}
