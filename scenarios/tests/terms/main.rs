//! The language of terms, from outside: what each writing is worth, what is wrong in the others, laws on any text.

mod house;

mod laws;
mod named;
mod problems;
mod values;
