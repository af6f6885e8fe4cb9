//! Pictures that telephones read, as one path for the page to draw.

use std::fmt::Write as _;

use app::ui::qr::Qr;
use fast_qr::qr::QRBuilder;

/// The picture of a text; an empty one when it is far too long, which none of ours is.
pub(super) fn of(text: &str) -> Qr {
    let Ok(picture) = QRBuilder::new(text).build() else { return Qr::default() };
    let mut path = String::new();
    for row in 0..picture.size {
        let mut column = 0;
        while column < picture.size {
            if !picture[row][column].value() {
                column += 1;
                continue;
            }
            let from = column;
            while column < picture.size && picture[row][column].value() {
                column += 1;
            }
            let width = column - from;
            let _ = write!(path, "M{from} {row}h{width}v1h-{width}z");
        }
    }
    Qr { side: picture.size, path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_three_corners() {
        let picture = of("http://192.168.1.20:3000/rejoindre/abcdefghjkmnpqrstuvwxyz023");
        assert!(picture.side >= 21);
        let last = picture.side - 7;
        for corner in ["M0 0h7".to_owned(), format!("M{last} 0h7"), format!("M0 {last}h7")] {
            assert!(picture.path.contains(&corner), "{corner}");
        }
    }
}
