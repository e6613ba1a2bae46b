//! Values at places of a text, asked by byte offset.
//!
//! Most offsets that are asked about have no value: a bit for each byte tells so at once. Where there is one, it stands among the few values of the
//! same 64 bytes.

/// Values at byte offsets, several at one offset in the order in which they were given.
pub(crate) struct Offsets<T> {
    /// One bit for each byte of the text.
    present: Vec<u64>,
    /// For each 64 bytes of the text the index of the first value that stands there or behind.
    first: Vec<u32>,
    values: Vec<(usize, T)>,
}

impl<T> Offsets<T> {
    /// The values of a text of so many bytes; one at its very end counts, those behind are dropped.
    pub(crate) fn of(length: usize, values: impl IntoIterator<Item = (usize, T)>) -> Self {
        let mut values: Vec<(usize, T)> = values.into_iter().filter(|(at, _)| *at <= length).collect();
        values.sort_by_key(|(at, _)| *at);
        let mut present = vec![0; length / 64 + 1];
        for (at, _) in &values {
            if let Some(word) = present.get_mut(at / 64) {
                *word |= 1 << (at % 64);
            }
        }
        let mut next = values.iter().enumerate().peekable();
        let mut first = Vec::with_capacity(present.len());
        for word in 0..present.len() {
            while next.next_if(|(_, (at, _))| at / 64 < word).is_some() {}
            first.push(next.peek().map_or(values.len(), |(index, _)| *index) as u32);
        }
        Self { present, first, values }
    }

    /// Whether a value stands at this offset.
    #[inline]
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.present.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 != 0)
    }

    /// The values at this offset.
    #[inline]
    pub(crate) fn at(&self, at: usize) -> impl Iterator<Item = &T> {
        let first = if self.holds(at) { self.first.get(at / 64).copied() } else { None };
        let here = first.and_then(|first| self.values.get(first as usize..)).unwrap_or_default();
        here.iter().skip_while(move |(other, _)| *other < at).take_while(move |(other, _)| *other == at).map(|(_, value)| value)
    }

    /// The first value at this offset.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<&T> {
        self.at(at).next()
    }

    /// The first value at each offset that has any, in order.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = (usize, &T)> {
        self.values.chunk_by(|(a, _), (b, _)| a == b).filter_map(<[_]>::first).map(|(at, value)| (*at, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn values_are_found_where_they_were_put(values in prop::collection::vec((0usize..300, any::<u8>()), 0..80), length in 0usize..300) {
            let offsets = Offsets::of(length, values.clone());
            let mut expected: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
            for (at, value) in values.into_iter().filter(|(at, _)| *at <= length) {
                expected.entry(at).or_default().push(value);
            }
            for at in 0..400 {
                let here = expected.get(&at).cloned().unwrap_or_default();
                prop_assert_eq!(offsets.holds(at), !here.is_empty());
                prop_assert_eq!(offsets.get(at), here.first());
                prop_assert_eq!(offsets.at(at).copied().collect::<Vec<_>>(), here);
            }
            prop_assert!(offsets.firsts().map(|(at, value)| (at, *value)).eq(expected.iter().map(|(at, here)| (*at, here[0]))));
        }
    }
}
