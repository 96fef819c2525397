//! The macros that declare the files of a pack: a column is one line, and reader, checks and schema share it.

/// A pack without the file is refused.
pub const NEEDED: bool = true;
/// The file may be missing.
pub const OPTIONAL: bool = false;
/// The first column is a key that stands only once.
pub const KEYED: bool = true;
/// Rows have no key of their own.
pub const LISTED: bool = false;

/// Makes a record of each file: a field per column, read as its type says, and the table that the schema is made of.
/// The name in front is that of the list of all of them.
macro_rules! tables {
    ($(#[$doc:meta])* $all:ident = $($row:ident: $file:literal, $about:literal, $is_needed:ident, $is_keyed:ident {
        $($column:ident: $holds:ty,)+
    })+) => {
        $(
            #[doc = concat!("A row of `", $file, "`: ", $about, ".")]
            pub(super) struct $row {
                $(#[allow(missing_docs, dead_code, reason = "the name says it; read to be checked")]
                pub $column: <$holds as $crate::pack::holds::Holds>::Value,)+
            }

            impl $crate::pack::row::Record for $row {
                const TABLE: &'static $crate::pack::columns::Table = &$crate::pack::columns::Table {
                    file: $file,
                    about: $about,
                    is_needed: $is_needed,
                    is_keyed: $is_keyed,
                    columns: &[$($crate::pack::columns::Column {
                        stem: stringify!($column),
                        suffixes: <$holds as $crate::pack::holds::Holds>::SUFFIXES,
                        kind: <$holds as $crate::pack::holds::Holds>::KIND,
                        may_be_empty: <$holds as $crate::pack::holds::Holds>::MAY_BE_EMPTY,
                    }),+],
                };

                fn read(cells: &mut $crate::pack::row::Cells<'_>) -> Result<Self, $crate::pack::files::Problem> {
                    Ok(Self { $($column: <$holds as $crate::pack::holds::Holds>::read(cells)?),+ })
                }
            }
        )+

        $(#[$doc])*
        pub const $all: [&$crate::pack::columns::Table; [$($file),+].len()] =
            [$(<$row as $crate::pack::row::Record>::TABLE),+];
    };
}

/// Makes the rows of a file something that others name, by their position.
macro_rules! keyed {
    ($($row:ident: $one:literal as $at:ty, $make:expr;)+) => {$(
        impl $crate::pack::row::Keyed for $row {
            const ONE: &'static str = $one;
            type At = $at;

            fn at(position: usize, key: &str) -> $at {
                let make: fn(usize, &str) -> $at = $make;
                make(position, key)
            }
        }
    )+};
}

pub(super) use {keyed, tables};
