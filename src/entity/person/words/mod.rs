//! Words that stand beside names of persons.

mod around;
mod calling;
mod composed;
mod credit;
mod other;
mod post;
mod surname;

pub(super) use around::{AFTER_FULL_NAMES, LEADING, PARTICLES, after, is_verb, is_work, saying};
pub(super) use calling::CALLINGS;
pub(super) use composed::composed;
pub(super) use credit::{CLOSERS, CREDITS, CREDITS_WITH_COLON, MEDIA_ENDINGS, OWN_MEDIA};
pub(super) use other::NOT_NAMES;
pub(super) use post::{BREAKERS, CROWD, DEPARTMENTS, GOVERNMENTS, LEADERS, ORGANS, ROLE_OPENERS, SEATED_IN_GOVERNMENT, SEATS, SHORT_TITLES};
pub(super) use surname::{FORMS_OF_ADDRESS, FUNCTION_SURNAMES, NOUN_SURNAMES, PARTICLE_SURNAMES};
