//! The boundaries of municipalities, as a region may supply them: `GeoJSON` in degrees, one feature per municipality with its `code`.

use serde::Deserialize;

use super::error::ReleaseError;
use super::region::{AreaId, Region};

/// A municipality on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The municipality.
    pub area: AreaId,
    /// Its rings, in the coordinates of the map.
    pub rings: Vec<Vec<(f64, f64)>>,
    /// Where its name goes: the middle of its largest ring.
    pub middle: (f64, f64),
}

/// Municipalities on one map, with x to the right and y downwards from 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundaries {
    /// Width; the height follows.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The municipalities.
    pub outlines: Vec<Outline>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    #[serde(alias = "statcode")]
    code: String,
}

type Ring = Vec<Vec<f64>>;
type PlaneRing = Vec<(f64, f64)>;

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

/// Width of the map in its own coordinates.
const WIDTH: f64 = 480.0;

impl Boundaries {
    /// Reads `GeoJSON`. Degrees become plane coordinates by the equirectangular projection: a degree of longitude is shortened by the cosine
    /// of the middle latitude. Features of other areas are passed over.
    ///
    /// # Errors
    /// [`ReleaseError::Unreadable`] when it is no `GeoJSON` of polygons, or holds none of the region's municipalities.
    pub fn parse(file: &str, bytes: &[u8], region: &Region) -> Result<Self, ReleaseError> {
        let refused = |detail: String| ReleaseError::Unreadable {
            file: file.to_owned(),
            detail,
        };
        let found: Collection =
            serde_json::from_slice(bytes).map_err(|error| refused(error.to_string()))?;
        let mut shapes: Vec<(AreaId, Vec<PlaneRing>)> = Vec::new();
        for feature in found.features {
            let Some(area) = region.by_code(&feature.properties.code) else {
                continue;
            };
            let rings: Vec<Ring> = match feature.geometry {
                Geometry::Polygon(rings) => rings,
                Geometry::MultiPolygon(parts) => parts.into_iter().flatten().collect(),
            };
            let position = |at: &Vec<f64>| match at.as_slice() {
                [longitude, latitude, ..] if longitude.is_finite() && latitude.abs() < 90.0 => {
                    Some((*longitude, *latitude))
                }
                _ => None,
            };
            let rings: Option<Vec<PlaneRing>> = rings
                .iter()
                .map(|ring| ring.iter().map(position).collect())
                .collect();
            let rings = rings.ok_or_else(|| {
                refused(format!(
                    "{} has a position that is none",
                    feature.properties.code
                ))
            })?;
            shapes.push((area, rings));
        }
        let all = || shapes.iter().flat_map(|(_, rings)| rings.iter().flatten());
        let ends = |of: fn(&(f64, f64)) -> f64| {
            all()
                .map(of)
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                    (low.min(value), high.max(value))
                })
        };
        let ((west, east), (south, north)) = (ends(|at| at.0), ends(|at| at.1));
        let shorter = f64::midpoint(south, north).to_radians().cos();
        let scale = WIDTH / ((east - west) * shorter);
        if !(scale.is_finite() && scale > 0.0) {
            return Err(refused("it holds none of the municipalities".to_owned()));
        }
        let outlines = shapes
            .iter()
            .map(|(area, rings)| {
                let placed =
                    |at: &(f64, f64)| ((at.0 - west) * shorter * scale, (north - at.1) * scale);
                let rings: Vec<PlaneRing> = rings
                    .iter()
                    .map(|ring| ring.iter().map(placed).collect())
                    .collect();
                Outline {
                    area: *area,
                    middle: middle(&rings),
                    rings,
                }
            })
            .collect();
        Ok(Self {
            width: WIDTH,
            height: (north - south) * scale,
            outlines,
        })
    }
}

/// The centre of gravity of the largest ring.
fn middle(rings: &[Vec<(f64, f64)>]) -> (f64, f64) {
    rings
        .iter()
        .filter_map(|ring| {
            let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let cross = a.0 * b.1 - b.0 * a.1;
                twice += cross;
                x += (a.0 + b.0) * cross;
                y += (a.1 + b.1) * cross;
            }
            (twice != 0.0).then(|| (twice.abs(), (x / (3.0 * twice), y / (3.0 * twice))))
        })
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map_or((0.0, 0.0), |(_, at)| at)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    fn region() -> Region {
        Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
    }

    const TWO: &str = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"code": "GM0503"}, "geometry": {"type": "Polygon",
            "coordinates": [[[4.0, 60.0], [6.0, 60.0], [6.0, 61.0], [4.0, 61.0], [4.0, 60.0]]]}},
        {"type": "Feature", "properties": {"statcode": "GM0518", "statnaam": "Den Haag"}, "geometry": {"type": "MultiPolygon",
            "coordinates": [[[[8.0, 59.0], [8.0, 60.0], [6.0, 60.0], [6.0, 59.0], [8.0, 59.0]]], [[[7.0, 60.5], [7.1, 60.5], [7.1, 60.6], [7.0, 60.5]]]]}},
        {"type": "Feature", "properties": {"code": "GM9999"}, "geometry": {"type": "Polygon", "coordinates": [[[90.0, 0.0], [91.0, 0.0], [91.0, 1.0]]]}}
    ]}"#;

    /// At sixty degrees a degree of longitude is half one of latitude: four by two degrees make a square.
    #[test]
    fn degrees_become_a_map_with_north_up() {
        let map = Boundaries::parse("grenzen.geojson", TWO.as_bytes(), &region()).unwrap();
        assert!(
            (map.width - map.height).abs() < 1e-9,
            "{} {}",
            map.width,
            map.height
        );
        let [delft, hague] = map.outlines.as_slice() else {
            panic!("{:?}", map.outlines)
        };
        assert_eq!(
            (delft.area, hague.area),
            (
                region().by_key("delft").unwrap(),
                region().by_key("den-haag").unwrap()
            )
        );
        assert_eq!((delft.rings.len(), hague.rings.len()), (1, 2));
        let near = |found: (f64, f64), x: f64, y: f64| {
            (found.0 - x).abs() < 1e-9 && (found.1 - y).abs() < 1e-9
        };
        assert!(near(delft.rings[0][3], 0.0, 0.0), "{:?}", delft.rings);
        assert!(near(delft.middle, 120.0, 120.0) && near(hague.middle, 360.0, 360.0));
    }

    #[test]
    fn refuses_what_is_no_map_of_the_region() {
        for nonsense in [
            "",
            "{}",
            r#"{"features": []}"#,
            r#"{"features": [{"properties": {"code": "GM0503"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}"#,
            r#"{"features": [{"properties": {"code": "GM0503"}, "geometry": {"type": "Polygon", "coordinates": [[[1], [2, 3]]]}}]}"#,
        ] {
            assert!(
                matches!(
                    Boundaries::parse("grenzen.geojson", nonsense.as_bytes(), &region()),
                    Err(ReleaseError::Unreadable { .. })
                ),
                "{nonsense}"
            );
        }
    }
}
