//! The orders of a list, each once however often an entry occurs in it.

/// Turns a list into its next order; false after the last, which is the descending one.
pub(super) fn next_permutation<T: Ord>(list: &mut [T]) -> bool {
    let Some(pivot) = list.windows(2).rposition(|pair| match pair {
        [left, right] => left < right,
        _ => false,
    }) else {
        return false;
    };
    let (head, tail) = list.split_at_mut(pivot + 1);
    if let Some(left) = head.last_mut()
        && let Some(right) = tail.iter_mut().rev().find(|entry| **entry > *left)
    {
        std::mem::swap(left, right);
    }
    tail.reverse();
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_once() {
        let mut list = [1, 1, 2];
        let mut orders = vec![list];
        while next_permutation(&mut list) {
            orders.push(list);
        }
        assert_eq!(orders, [[1, 1, 2], [1, 2, 1], [2, 1, 1]]);
        assert!(!next_permutation::<u8>(&mut []));
    }
}
