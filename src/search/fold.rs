//! Words as they are compared: in small letters, without accents, and without the little words that say nothing.

/// Words that everything has.
const SILENT: [&str; 47] = [
    "de",
    "het",
    "een",
    "van",
    "in",
    "en",
    "of",
    "op",
    "is",
    "wat",
    "hoe",
    "hoeveel",
    "voor",
    "met",
    "naar",
    "the",
    "a",
    "an",
    "and",
    "for",
    "what",
    "how",
    "er",
    "te",
    "dan",
    "bij",
    "zijn",
    "komen",
    "komt",
    "wordt",
    "worden",
    "vaak",
    "vaker",
    "meer",
    "minder",
    "meestal",
    "kinderen",
    "jongeren",
    "jeugdigen",
    "jeugdhulp",
    "jeugdzorg",
    "children",
    "youths",
    "are",
    "more",
    "often",
    "usually",
];

/// The words of a text, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect();
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words that are looked for; the silent ones only when there is nothing else.
pub(super) fn wanted(query: &str) -> Vec<String> {
    let all = words(query);
    let telling: Vec<String> = all
        .iter()
        .filter(|word| !SILENT.contains(&word.as_str()))
        .cloned()
        .collect();
    if telling.is_empty() { all } else { telling }
}

/// A letter without its accent.
const fn plain(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_signs_do_not_matter() {
        assert_eq!(
            words("Coördinatie, ÉÉN–kant"),
            ["coordinatie", "een", "kant"]
        );
        assert_eq!(wanted("wat kost de hulp?"), ["kost", "hulp"]);
        assert_eq!(wanted("de"), ["de"]);
        assert!(wanted(" ?! ").is_empty());
    }
}
