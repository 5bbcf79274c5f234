//! The two languages of the explorer, and text that exists in both.

/// A language the reader can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch, the default.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// The code used in the query string and in the `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language with this code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "nl" => Some(Self::Nl),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// A text in both languages; a text in one language only cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    nl: &'static str,
    en: &'static str,
}

impl Bilingual {
    /// The Dutch and the English wording of one text.
    pub const fn new(nl: &'static str, en: &'static str) -> Self {
        Self { nl, en }
    }

    /// The wording in `language`.
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.nl,
            Language::En => self.en,
        }
    }
}
